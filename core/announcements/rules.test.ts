import { describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Group } from '../groups/group.ts';
import type { PersonName } from '../kernel/document.ts';
import { encodeBase32, type Id } from '../kernel/id.ts';
import { createRichText } from '../kernel/rich-text.ts';
import type { Result } from '../kernel/result.ts';
import { HISTORY_CHARACTERS_MAX, type Announcement } from './announcement.ts';
import { toReceiptId } from './ids.ts';
import {
  answer,
  ask,
  awaitsReply,
  confirm,
  createReceipt,
  edit,
  isWaiting,
  lacksAcknowledgement,
  publish,
  toAskedPersons,
  withdraw,
} from './rules.ts';

const id = (fill: number): Id => encodeBase32(new Uint8Array(16).fill(fill)) as Id;
const NOW = Date.UTC(2026, 10, 23, 7, 0);
const person = (fill: number, lastName: string): PersonName => ({
  id: id(fill),
  shortCode: lastName.slice(0, 3).toUpperCase(),
  firstName: 'Kim',
  lastName,
});
const [brandt, demirel, kowal] = [person(1, 'Brandt'), person(2, 'Demirel'), person(3, 'Kowalczyk')] as const;
const staff: Group = {
  id: id(50),
  kind: 'group',
  rev: 1,
  inv: 0,
  name: 'Kollegium',
  type: 'staff',
  members: [brandt, demirel, kowal].map((member) => ({
    person: member,
    function: 'member',
    votingStatus: 'entitled',
  })),
};
const german: Group = {
  ...staff,
  id: id(51),
  name: 'Fachschaft Deutsch',
  type: 'subject',
  members: [
    { person: brandt, function: 'chair', votingStatus: 'entitled' },
    { person: demirel, function: 'guest', votingStatus: 'advisory' },
  ],
};
const actor = (who: PersonName, change: Partial<Actor> = {}): Actor => ({
  personId: who.id,
  role: 'teacher',
  administrator: false,
  memberships: [staff, german].flatMap((group) =>
    group.members
      .filter((member) => member.person.id === who.id)
      .map((member) => ({ groupId: group.id, function: member.function, votingStatus: member.votingStatus })),
  ),
  ...change,
});
const args = {
  id: id(90),
  title: 'Aufsichtsplan',
  body: createRichText('Ab Montag gilt der neue Plan.'),
  groupIds: [german.id],
  pinned: false,
  urgent: false,
};
const context = { now: NOW, groups: [staff, german], settings: { teachersReachAllStaff: true } };
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`refused: ${String(result.refusal)}`);
  return result.value;
};
const published = (change: object = {}): Announcement =>
  value(publish({ ...args, ...change }, brandt, actor(brandt), context));

describe('publishing', () => {
  test('a teacher announces to groups of her own', () => {
    expect(published()).toMatchObject({
      state: 'published',
      content: 1,
      groups: [{ name: 'Fachschaft Deutsch' }],
    });
  });

  test.each([
    ['a group she does not belong to', actor(kowal), {}, 'forbidden'],
    ['urgency, which is the leadership’s', actor(brandt), { urgent: true }, 'forbidden'],
    ['a group that does not exist', actor(brandt), { groupIds: [id(77)] }, 'not-found'],
    ['an end before the beginning', actor(brandt), { expiresAt: NOW - 1 }, 'invalid'],
    ['anything as a guest of the school', actor(brandt, { role: 'guest' }), {}, 'forbidden'],
  ])('she is refused %s', (_name, who, change, refusal) => {
    expect(publish({ ...args, ...change }, brandt, who, context)).toEqual({ ok: false, refusal });
  });

  test('all staff is a switch for teachers', () => {
    const toAll = { ...args, groupIds: [staff.id] };
    const closed = { ...context, settings: { teachersReachAllStaff: false } };
    expect(publish(toAll, brandt, actor(brandt), context).ok).toBe(true);
    expect(publish(toAll, brandt, actor(brandt), closed)).toEqual({ ok: false, refusal: 'forbidden' });
    expect(publish(toAll, brandt, actor(brandt, { role: 'office' }), closed).ok).toBe(true);
  });

  test('being administrator gives no right to content', () => {
    expect(publish(args, kowal, actor(kowal, { administrator: true }), context).ok).toBe(false);
  });

  test('a publication in the future is scheduled and sorted by its release', () => {
    const later = published({ publishAt: NOW + 3_600_000 });
    expect(later.state).toBe('scheduled');
    expect(later.inv).toBeLessThan(published().inv);
    expect(published({ publishAt: NOW - 5_000 }).publishAt).toBe(NOW);
  });

  test('everybody addressed is asked once, without author and guests', () => {
    const both = published({ groupIds: [staff.id, german.id] });
    expect(toAskedPersons(both, [staff, german])).toEqual([demirel, kowal]);
    expect(toAskedPersons(published(), [staff, german])).toEqual([]);
  });
});

describe('editing', () => {
  const change = { id: args.id, title: 'Aufsichtsplan neu', body: createRichText('Neu.'), pinned: false };

  test('the earlier version moves into the history, newest first, and at most 20 are kept', () => {
    let announcement = published();
    for (let count = 0; count < 25; count += 1)
      announcement = value(
        edit(
          announcement,
          { ...change, title: `Stand ${count}`, essential: false },
          brandt,
          actor(brandt),
          NOW,
        ),
      );
    expect(announcement.history).toHaveLength(20);
    expect(announcement.history[0]?.title).toBe('Stand 23');
    expect(announcement.content).toBe(26);
  });

  test('only an essential edit asks again', () => {
    const asked = published({ acknowledgement: {} });
    const small = value(edit(asked, { ...change, essential: false }, brandt, actor(brandt), NOW));
    const essential = value(edit(asked, { ...change, essential: true }, brandt, actor(brandt), NOW));
    expect(small.acknowledgement?.content).toBe(1);
    expect(essential.acknowledgement?.content).toBe(2);
  });

  test('members who are neither author nor chair are refused', () => {
    const announcement = value(publish({ ...args, groupIds: [staff.id] }, brandt, actor(brandt), context));
    expect(edit(announcement, { ...change, essential: false }, kowal, actor(kowal), NOW)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
  });

  test('of long texts fewer earlier versions are kept, so that the document stays loadable', () => {
    const body = createRichText('x'.repeat(49_000));
    let announcement = published({ body });
    for (let count = 0; count < 20; count += 1) {
      const long = { ...change, body, title: `Stand ${count}`, essential: false };
      announcement = value(edit(announcement, long, brandt, actor(brandt), NOW));
    }
    expect(announcement.history[0]?.title).toBe('Stand 18');
    expect(announcement.history.length).toBeGreaterThan(5);
    expect(JSON.stringify(announcement.history).length).toBeLessThan(HISTORY_CHARACTERS_MAX + 100);
  });

  test('[FILE4] attachments stay unless an edit names others, move into the history, and go with withdrawing', () => {
    const file = (fill: number) => ({ id: id(fill), name: 'Plan.pdf', size: 10, type: 'application/pdf' });
    const words = {
      id: args.id,
      title: 'Neu',
      body: createRichText('Neu.'),
      pinned: false,
      essential: false,
    };
    const first = published({ attachments: [file(70)] });
    expect(first.attachments).toEqual([file(70)]);
    const kept = value(edit(first, words, brandt, actor(brandt), NOW));
    expect([kept.attachments, kept.history[0]?.attachments]).toEqual([[file(70)], [file(70)]]);
    const none = value(edit(kept, { ...words, attachments: [] }, brandt, actor(brandt), NOW));
    expect(none).not.toHaveProperty('attachments');
    const back = value(edit(none, { ...words, attachments: [file(71)] }, brandt, actor(brandt), NOW));
    expect(back.history.map((version) => version.attachments)).toEqual([undefined, [file(70)], [file(70)]]);
    const withdrawn = value(withdraw(back, actor(brandt)));
    expect(JSON.stringify(withdrawn)).not.toContain('Plan.pdf');
  });

  test('withdrawing empties text and history and cannot be edited any more', () => {
    const edited = value(edit(published(), { ...change, essential: false }, brandt, actor(brandt), NOW));
    const withdrawn = value(withdraw(edited, actor(brandt)));
    expect(JSON.stringify(withdrawn)).not.toContain('neue Plan');
    expect(withdrawn.history).toEqual([]);
    expect(edit(withdrawn, { ...change, essential: false }, brandt, actor(brandt), NOW)).toEqual({
      ok: false,
      refusal: 'withdrawn',
    });
  });
});

describe('acknowledging', () => {
  const receipt = createReceipt(published({ acknowledgement: {} }), demirel.id, {
    acknowledgement: true,
    response: false,
  });

  test('names the content read; an older one never takes back a newer', () => {
    const again = { ...receipt, asked: { content: 2 } };
    const old = value(confirm(again, { announcementId: args.id, content: 1 }, NOW));
    expect(lacksAcknowledgement(old)).toBe(true);
    const now = value(confirm(old, { announcementId: args.id, content: 2 }, NOW + 1));
    expect(lacksAcknowledgement(now)).toBe(false);
    expect(value(confirm(now, { announcementId: args.id, content: 1 }, NOW + 2))).toBe(now);
  });

  test('a content nobody has written cannot be acknowledged, nor by somebody who is not asked', () => {
    expect(confirm(receipt, { announcementId: args.id, content: 2 }, NOW).ok).toBe(false);
    const { asked: _asked, ...unasked } = receipt;
    expect(confirm(unasked, { announcementId: args.id, content: 1 }, NOW)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });

  test('the receipt’s id is the same on every device', () => {
    expect(receipt.id).toBe(toReceiptId(args.id, demirel.id));
  });
});

describe('responding', () => {
  const form = {
    type: 'sign-up' as const,
    question: 'Wer backt?',
    options: [{ label: 'Kuchen', places: 1 }, { label: 'Brot' }],
  };
  const receipt = createReceipt(published({ form }), demirel.id, { acknowledgement: false, response: true });
  const respond = (choices: number[], change: object = {}) =>
    answer(
      receipt,
      form,
      { announcementId: args.id, answer: choices },
      { now: NOW, deadline: undefined, taken: [0, 0], ...change },
    );

  test('an answer settles what the receipt wanted', () => {
    expect(isWaiting(receipt)).toBe(true);
    expect(isWaiting(value(respond([0])))).toBe(false);
  });

  test.each([
    ['two places', [0, 1], {}, 'invalid'],
    ['an option that does not exist', [2], {}, 'invalid'],
    ['a place that is taken', [0], { taken: [1, 0] }, 'full'],
    ['after the deadline', [1], { deadline: NOW - 1 }, 'too-late'],
  ])('refused: %s', (_name, choices, change, refusal) => {
    expect(respond(choices, change)).toEqual({ ok: false, refusal });
  });

  test('an option without a limit is never full', () => {
    expect(respond([1], { taken: [1, 500] }).ok).toBe(true);
  });
});

describe('asking the sender', () => {
  const announcement = published();
  const question = { announcementId: args.id, askerId: demirel.id, text: 'Gilt das auch für Referendare?' };

  test('a thread belongs to two: the asker opens it, the author answers', () => {
    const opened = value(ask(undefined, announcement, question, { asker: demirel }, actor(demirel), NOW));
    expect(awaitsReply(opened, brandt.id)).toBe(true);
    const replied = value(
      ask(opened, announcement, { ...question, text: 'Ja.' }, { asker: demirel }, actor(brandt), NOW),
    );
    expect(awaitsReply(replied, brandt.id)).toBe(false);
    expect(awaitsReply(replied, demirel.id)).toBe(true);
  });

  test('nobody writes into the thread of two others, and the author does not open one', () => {
    const opened = value(ask(undefined, announcement, question, { asker: demirel }, actor(demirel), NOW));
    expect(ask(opened, announcement, question, { asker: demirel }, actor(kowal), NOW)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(ask(undefined, announcement, question, { asker: demirel }, actor(brandt), NOW)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });

  test('whoever cannot read the announcement learns nothing by asking', () => {
    const outsider = { ...question, askerId: kowal.id };
    expect(ask(undefined, announcement, outsider, { asker: kowal }, actor(kowal), NOW)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });
});
