import { describe, expect, it } from 'vitest';
import {
  body,
  conference,
  openSitting,
  toActor,
  toCommand,
  toId,
  toPerson,
} from '#tests/support/meetings/sitting.ts';
import type { Group } from '../../groups/group.ts';
import { findRuleSet } from '../../votes/rule-sets/rule-sets.ts';
import { toAudience } from './audience.ts';
import { foldAll } from './fold.ts';
import { openMeeting } from './open.ts';
import { toParts } from './parts.ts';
import { countRoll } from './presence.ts';

const opener = { actor: toActor('Lei'), me: toPerson('Lei'), now: 5 };
const rules = findRuleSet('bw-staff') ?? null;

const hands = (sitting: ReturnType<typeof openSitting>) =>
  sitting.meeting.speakers.hands.map((hand) => hand.person.shortCode);

/** A sitting in which everybody of the body is there and the first item was called. */
const begun = () => {
  const sitting = openSitting();
  sitting.give('Lei', toCommand('all-present-except', { personIds: [] }));
  sitting.give('Lei', toCommand('call-item', { itemId: toId('Haushalt') }));
  return sitting;
};
const raise = (name: string, hand: string, kind = 'speech', item = 'Haushalt') =>
  [name, toCommand('raise-hand', { itemId: toId(item), handId: toId(hand), kind })] as const;

describe('opening', () => {
  it('[LIVE1] is for the chair, deputies and leadership; who opens it has the chair and is there', () => {
    const by = (code: string, role?: 'leadership') =>
      openMeeting(conference(), body, rules, { ...opener, actor: toActor(code, role), me: toPerson(code) });
    expect(by('Ada')).toEqual({ ok: false, refusal: 'forbidden' });
    for (const opened of [by('Lei'), by('Ste'), by('Fre', 'leadership')]) {
      const meeting = opened.ok ? foldAll(opened.value) : undefined;
      expect(meeting?.roll[meeting.chair.id]?.presence).toBe('present');
    }
    const byDeputy = by('Ste');
    expect(byDeputy.ok && foldAll(byDeputy.value)?.chair.shortCode).toBe('Ste');
  });

  it('[LIVE1] happens once, and not after the end or a cancellation', () => {
    expect(openMeeting(conference({ state: 'open' }), body, rules, opener)).toEqual({ ok: true, value: [] });
    for (const state of ['closed', 'cancelled'] as const) {
      expect(openMeeting(conference({ state }), body, rules, opener)).toEqual({
        ok: false,
        refusal: 'not-open',
      });
    }
  });

  it('[LIVE3] 78 entitled, 3 dormant, 6 excused: 75 count, 38 are needed, and 69 are there', () => {
    const members: Group['members'] = Array.from({ length: 78 }, (_, index) => ({
      person: toPerson(`P${index}`),
      function: 'member',
      votingStatus: index < 3 ? 'dormant' : 'entitled',
    }));
    const opened = openMeeting(conference({ guests: [] }), { ...body, members }, rules, opener);
    let meeting = opened.ok ? foldAll(opened.value) : undefined;
    const sitting = openSitting();
    if (meeting === undefined) throw new Error('not opened');
    sitting.happen({ type: 'opened', opening: meeting });
    const excused = Array.from({ length: 6 }, (_, index) => toId(`P${10 + index}`));
    sitting.give('Lei', toCommand('set-presence', { personIds: excused, presence: 'excused' }));
    sitting.give('Lei', toCommand('all-present-except', { personIds: [] }));
    meeting = sitting.meeting;
    expect(countRoll(meeting, null)).toEqual({
      entitled: 75,
      present: 69,
      excused: 6,
      // The chair of this test is no member and a guest of it.
      inRoom: 70,
      needed: 38,
      quorate: true,
      citation: '§ 13 Abs. 2 KonfO',
      verified: true,
    });
  });
});

describe('attendance', () => {
  it('[LIVE3] late and early are labels of items, never the clock; who is back has not left', () => {
    const sitting = begun();
    sitting.give('Lei', toCommand('set-presence', { personIds: [toId('Cem')], presence: 'absent' }));
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Schulweg') }));
    sitting.give('Cem', toCommand('check-in'));
    expect(sitting.meeting.roll[toId('Cem')]).toMatchObject({ presence: 'present', from: '2' });
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Fahrten') }));
    sitting.give('Cem', toCommand('check-out'));
    expect(sitting.meeting.roll[toId('Cem')]).toMatchObject({ presence: 'left', from: '2', until: '3' });
    sitting.give('Cem', toCommand('check-in'));
    expect(sitting.meeting.roll[toId('Cem')]).toEqual({
      person: toPerson('Cem'),
      status: 'entitled',
      presence: 'present',
      from: '2',
    });
  });

  it('[LIVE5] who comes during a restricted item came at the common one before it', () => {
    const sitting = begun();
    sitting.give('Lei', toCommand('set-presence', { personIds: [toId('Cem')], presence: 'absent' }));
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Geheim Klage') }));
    sitting.give('Cem', toCommand('check-in'));
    expect(sitting.meeting.roll[toId('Cem')]?.from).toBe('1');
    expect(toAudience(sitting.meeting, toId('Cem'))).toBe('outside');
    expect(toAudience(sitting.meeting, toId('Ada'))).toBe('room');
    expect(toAudience(sitting.meeting, toId('Lei'))).toBe('chair');
    // The numbers of the circle are not told outside of it either.
    expect(toParts(sitting.meeting, 'outside').presence.entitled).toBe(6);
    expect(toParts(sitting.meeting, 'room').presence.entitled).toBe(2);
  });

  it('[LIVE3] all present except …: who was excused or rests stays so', () => {
    const sitting = openSitting();
    sitting.give('Lei', toCommand('set-presence', { personIds: [toId('Bea')], presence: 'excused' }));
    sitting.give('Pro', toCommand('all-present-except', { personIds: [toId('Cem')] }));
    const presence = Object.fromEntries(
      Object.values(sitting.meeting.roll).map((entry) => [entry.person.shortCode, entry.presence]),
    );
    expect(presence).toEqual({
      Lei: 'present',
      Ste: 'present',
      Pro: 'present',
      Ada: 'present',
      Bea: 'excused',
      Cem: 'absent',
      Ref: 'present',
      Ruh: 'expected',
      Gas: 'expected',
    });
  });

  it('[LIVE7] a guest waits until the chair lets them in, and comes in to the items that name them', () => {
    const sitting = begun();
    sitting.give('Gas', toCommand('check-in'));
    expect(toParts(sitting.meeting, 'chair').lobby).toEqual([toPerson('Gas')]);
    expect(toParts(sitting.meeting, 'room').lobby).toEqual([]);
    expect(sitting.give('Ada', toCommand('admit-guest', { personId: toId('Gas') })).ok).toBe(false);
    sitting.give('Lei', toCommand('admit-guest', { personId: toId('Gas') }));
    expect(sitting.meeting.lobby).toEqual([]);
    expect(sitting.meeting.roll[toId('Gas')]?.presence).toBe('present');
    expect(toAudience(sitting.meeting, toId('Gas'))).toBe('outside');
  });

  it('[LIVE7] who was sent out waits to be let back, and nobody comes in while it is locked', () => {
    const sitting = begun();
    sitting.give('Lei', toCommand('send-out', { personId: toId('Cem') }));
    expect(toAudience(sitting.meeting, toId('Cem'))).toBe('outside');
    sitting.give('Lei', toCommand('set-locked', { locked: true }));
    expect(sitting.give('Cem', toCommand('check-in'))).toEqual({ ok: false, refusal: 'locked' });
    sitting.give('Lei', toCommand('set-locked', { locked: false }));
    sitting.give('Cem', toCommand('check-in'));
    expect(sitting.meeting.roll[toId('Cem')]?.presence).toBe('left');
    sitting.give('Lei', toCommand('admit-guest', { personId: toId('Cem') }));
    expect(sitting.meeting.roll[toId('Cem')]?.presence).toBe('present');
    expect(toAudience(sitting.meeting, toId('Cem'))).toBe('room');
  });

  it('[LIVE7] who is no part of the body and no guest does not come in; a member of today does', () => {
    const sitting = begun();
    expect(sitting.give('Fre', toCommand('check-in'))).toEqual({ ok: false, refusal: 'forbidden' });
    sitting.give('Fre', toCommand('check-in'), { standing: 'entitled' });
    expect(sitting.meeting.roll[toId('Fre')]).toMatchObject({ presence: 'present', from: '1' });
  });
});

describe('speaking', () => {
  it('[LIVE2] one order: arrival, points of order first; closing the list keeps them', () => {
    const sitting = begun();
    sitting.give(...raise('Ada', 'a'));
    sitting.give(...raise('Bea', 'b', 'question'));
    sitting.give(...raise('Cem', 'c', 'order'));
    sitting.give(...raise('Ste', 's', 'order'));
    expect(hands(sitting)).toEqual(['Cem', 'Ste', 'Ada', 'Bea']);
    sitting.give('Lei', toCommand('set-list-closed', { itemId: toId('Haushalt'), closed: true }));
    expect(sitting.give(...raise('Pro', 'p'))).toEqual({ ok: false, refusal: 'list-closed' });
    expect(sitting.give(...raise('Pro', 'p', 'order')).ok).toBe(true);
    expect(hands(sitting)).toEqual(['Cem', 'Ste', 'Pro', 'Ada', 'Bea']);
  });

  it('[LIVE2] call, skip, finish and put back are acts of the chair; a second device keeps the place', () => {
    const sitting = begun();
    for (const [code, hand] of ['Ada', 'Bea', 'Cem'].map((name) => [name, name.toLowerCase()] as const))
      sitting.give(...raise(code, hand));
    sitting.give(...raise('Ada', 'another device'));
    sitting.give('Lei', toCommand('skip-speaker', { handId: toId('ada') }));
    expect(hands(sitting)).toEqual(['Bea', 'Ada', 'Cem']);
    sitting.give('Lei', toCommand('call-speaker', { handId: toId('bea') }));
    sitting.give('Lei', toCommand('put-speaker-back', { handId: toId('bea') }));
    expect(hands(sitting)).toEqual(['Bea', 'Ada', 'Cem']);
    sitting.give('Lei', toCommand('call-speaker', { handId: toId('bea') }));
    sitting.give('Lei', toCommand('finish-speaker', { handId: toId('bea') }));
    expect(sitting.meeting.speakers.last?.person.shortCode).toBe('Bea');
    expect(sitting.give('Lei', toCommand('call-speaker', { handId: toId('bea') }))).toEqual({
      ok: false,
      refusal: 'phase-passed',
    });
  });

  it('[LIVE2] a hand lapses with its item, and one for another item comes too late', () => {
    const sitting = begun();
    sitting.give(...raise('Ada', 'a'));
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Schulweg') }));
    expect(hands(sitting)).toEqual([]);
    expect(sitting.give(...raise('Bea', 'b'))).toEqual({ ok: false, refusal: 'phase-passed' });
    expect(sitting.meeting.settled).toEqual([{ id: toId('Haushalt'), state: 'done', restricted: false }]);
  });

  it('[LIVE2] the chair lists an arm of somebody without a device; who is not there has none', () => {
    const sitting = begun();
    const list = (code: string) =>
      sitting.give(
        'Lei',
        toCommand('list-hand', {
          itemId: toId('Haushalt'),
          handId: toId(`arm ${code}`),
          personId: toId(code),
          kind: 'speech',
        }),
      );
    expect(list('Ref').ok).toBe(true);
    expect(list('Gas')).toEqual({ ok: false, refusal: 'not-present' });
    expect(sitting.meeting.speakers.hands[0]?.listed).toBe(true);
    sitting.give('Ref', toCommand('check-out'));
    expect(hands(sitting)).toEqual([]);
  });

  it('[LIVE5] a guess at a restricted item is answered as one at any other', () => {
    const sitting = begun();
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Geheim Klage') }));
    const guess = sitting.give(...raise('Cem', 'c', 'speech', 'Geheim Klage'));
    expect(guess).toEqual(sitting.give(...raise('Cem', 'c', 'speech', 'Schulweg')));
    expect(guess).toEqual({ ok: false, refusal: 'phase-passed' });
  });
});

describe('the chair', () => {
  it('[LIVE4] is handed over, or taken by a deputy when it is gone; two chairs at once are one', () => {
    const sitting = begun();
    const take = (by: string, whom: string) =>
      sitting.give(by, toCommand('take-chair', { personId: toId(whom) }));
    expect(take('Ada', 'Ada')).toEqual({ ok: false, refusal: 'forbidden' });
    expect(take('Lei', 'Gas')).toEqual({ ok: false, refusal: 'forbidden' });
    expect(take('Ste', 'Ste').ok).toBe(true);
    expect(sitting.give('Lei', toCommand('call-item', { itemId: toId('Schulweg') }))).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(take('Ste', 'Ada').ok).toBe(true);
    expect(sitting.meeting.chair).toEqual(toPerson('Ada'));
    expect(take('Lei', 'Lei').ok).toBe(true);
  });

  it('[LIVE4] ends it for all: the present item is done, nothing is done afterwards', () => {
    const sitting = begun();
    sitting.give(...raise('Ada', 'a'));
    sitting.give('Lei', toCommand('close-conference'));
    expect(sitting.meeting).toMatchObject({ phase: 'closed', item: null });
    expect(sitting.meeting.settled).toHaveLength(1);
    expect(sitting.give('Ada', toCommand('check-in'))).toEqual({ ok: false, refusal: 'not-open' });
    expect(sitting.give('Lei', toCommand('close-conference'))).toEqual({ ok: true, value: [] });
  });

  it('[LIVE3] notes the quorum at each item, of those who may vote on it', () => {
    const sitting = begun();
    sitting.give('Lei', toCommand('call-item', { itemId: toId('Geheim Zeugnis') }));
    expect(sitting.meeting.quorum).toEqual([
      { label: '1', present: 6, entitled: 6, quorate: true },
      { present: 2, entitled: 2, quorate: true },
    ]);
  });
});
