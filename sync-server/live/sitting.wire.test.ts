import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toAttendanceId } from '#core/meetings/ids.ts';
import { SITTING, planTestConference, type TestConference } from '#tests/support/server/conference.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let chair: WireClient;
let conference: TestConference;
beforeAll(async () => {
  school = await startTestSchool();
  chair = await school.as(SITTING.chair);
}, 60_000);
afterAll(() => school.close());
beforeEach(async () => {
  // Every test has a burst of frames of its own.
  school.clock.value += 10_000;
  conference = await planTestConference(school, chair);
});

const id = (code: string) => school.person(code).id;
const inIt = () => ({ conferenceId: conference.id });
const open = () => chair.command('open-conference', inIt());
const document = async (client: WireClient, documentId: string) =>
  (await client.pullAll()).documents.find((row) => row.id === documentId);

/** Somebody who is shown the conference, on a socket of their own. */
const shown = async (code: string) => {
  const client = await school.as(code);
  const joined = await client.join(conference.id);
  if (joined.op === 'not-shown') throw new Error(`${code} is shown nothing: ${joined.reason}`);
  return { client, joined };
};

describe('a conference that sits', () => {
  it('[LIVE1][LIVE6] is opened, shown to its members, and every change reaches them', async () => {
    const before = await school.as(SITTING.member);
    expect(await before.join(conference.id)).toMatchObject({ op: 'not-shown', reason: 'not-open' });
    expect((await open()).status).toBe('stored');
    const { client: member, joined } = await shown(SITTING.member);
    expect(joined.parts).toMatchObject({ phase: 'open', item: null, chair: { shortCode: SITTING.chair } });
    expect(Object.keys(joined.roll)).toHaveLength(5);
    expect(joined.you).toEqual({ voted: false, supports: false, mayLead: false });
    await member.command('check-in', inIt());
    const frame = await member.next('frame');
    expect(frame.seq).toBe(joined.seq + 1);
    expect(frame.roll).toMatchObject({ [id(SITTING.member)]: { presence: 'present' } });
    expect(frame.parts.presence).toMatchObject({ present: 2, entitled: 4 });
    expect(await document(member, conference.id)).toMatchObject({ state: 'open' });
  });

  it('[LIVE4] calls and settles items, and their documents say so', async () => {
    await open();
    const { first, second } = conference.items;
    await chair.command('call-item', { ...inIt(), itemId: first });
    await chair.command('call-item', { ...inIt(), itemId: second });
    await chair.command('settle-item', { ...inIt(), itemId: second, state: 'deferred' });
    expect(await document(chair, first)).toMatchObject({ state: 'done' });
    expect(await document(chair, second)).toMatchObject({ state: 'deferred' });
    expect(await chair.command('settle-item', { ...inIt(), itemId: first, state: 'deferred' })).toEqual({
      status: 'refused',
      reason: 'phase-passed',
    });
    await chair.command('close-conference', inIt());
    expect(await document(chair, conference.id)).toMatchObject({ state: 'closed' });
    expect(await chair.command('call-item', { ...inIt(), itemId: first })).toEqual({
      status: 'refused',
      reason: 'not-open',
    });
  });

  it('[LIVE3][LIVE5] keeps who was there at each item and at the end, and no trace of a restricted one', async () => {
    await open();
    await chair.command('all-present-except', { ...inIt(), personIds: [id(SITTING.member)] });
    await chair.command('call-item', { ...inIt(), itemId: conference.items.first });
    const member = await school.as(SITTING.member);
    const attendance = () => document(member, toAttendanceId(conference.id));
    expect(await attendance()).toMatchObject({ quorum: [{ label: '1', present: 3, entitled: 4 }] });
    await chair.command('call-item', { ...inIt(), itemId: conference.items.secret });
    await member.command('check-in', inIt());
    await chair.command('close-conference', inIt());
    const kept = await attendance();
    expect(kept).toMatchObject({ quorum: [{ label: '1', present: 3, entitled: 4 }] });
    expect(kept).toMatchObject({
      roll: expect.arrayContaining([
        expect.objectContaining({ presence: 'present', from: '1', status: 'entitled' }),
      ]) as unknown,
    });
    const guest = await school.as('Gast');
    expect(await document(guest, toAttendanceId(conference.id))).toEqual(kept);
  });

  it('[LIVE5] shows with the eyes of the wall what everybody may see, whoever looks', async () => {
    await open();
    const wall = await school.as(SITTING.chair);
    const joined = await wall.join(conference.id, 'wall');
    expect(joined).toMatchObject({ op: 'joined', roll: {}, parts: { lobby: [] } });
    await chair.command('call-item', { ...inIt(), itemId: conference.items.secret });
    expect((await wall.next('frame')).parts.item ?? null).toBeNull();
    expect(JSON.stringify(wall.received)).not.toContain(conference.items.secret);
  });

  it('[LIVE2] hands stand in the order in which they arrived', async () => {
    await open();
    await chair.command('all-present-except', { ...inIt(), personIds: [] });
    await chair.command('call-item', { ...inIt(), itemId: conference.items.first });
    const [one, two] = [await school.as(SITTING.member), await school.as(SITTING.circle)];
    const hand = { ...inIt(), itemId: conference.items.first, handId: newId() };
    await one.command('raise-hand', { ...hand, kind: 'speech' });
    await two.command('raise-hand', { ...hand, handId: newId(), kind: 'order' });
    const { joined } = await shown(SITTING.deputy);
    expect(joined.parts.speakers.hands.map(({ person }) => person.shortCode)).toEqual([
      SITTING.circle,
      SITTING.member,
    ]);
  });

  it('[LIVE5] shows a restricted item to its circle and the chair alone', async () => {
    await open();
    const { secret } = conference.items;
    const [outside, inside] = [await shown(SITTING.member), await shown(SITTING.circle)];
    const leading = await chair.join(conference.id);
    await chair.command('call-item', { ...inIt(), itemId: conference.items.first });
    await outside.client.next('frame');
    await inside.client.next('frame');
    await chair.command('call-item', { ...inIt(), itemId: secret });
    expect((await inside.client.next('frame')).parts.item).toMatchObject({ id: secret, restricted: true });
    const told = await outside.client.next('frame');
    expect(told.parts).toMatchObject({ item: null, vote: null, speakers: { hands: [] } });
    expect(leading.op).toBe('joined');
    expect((await chair.next('frame', ({ parts }) => parts.item?.id === secret)).parts.item).toBeTruthy();
    await chair.command('settle-item', { ...inIt(), itemId: secret, state: 'done' });
    await outside.client.next('frame');
    const heard = JSON.stringify(outside.client.received);
    expect(heard).not.toContain(secret);
    expect(heard).not.toContain('Punkt secret');
    const { documents } = await outside.client.pullAll();
    expect(JSON.stringify(documents)).not.toContain(secret);
  });

  it('[LIVE8] is not shown to whoever may not read it, nor any more to whoever is removed', async () => {
    await open();
    const stranger = await school.as('Hau');
    expect(await stranger.join(conference.id)).toMatchObject({ op: 'not-shown', reason: 'not-found' });
    expect(await stranger.join(newId())).toMatchObject({ op: 'not-shown', reason: 'not-found' });
    const { client } = await shown(SITTING.member);
    await chair.command('remove-member', { groupId: conference.bodyId, personId: id(SITTING.member) });
    expect((await client.next('not-shown')).reason).toBe('not-found');
    await chair.command('set-locked', { ...inIt(), locked: true });
    await shown(SITTING.circle);
    expect(client.received.filter(({ op }) => op === 'frame')).toEqual([]);
    expect(await client.command('check-in', inIt())).toEqual({ status: 'refused', reason: 'not-found' });
  });

  it('[LIVE9] a socket is shown one conference, and asking too often is refused', async () => {
    await open();
    const { client } = await shown(SITTING.member);
    const rooms = school.server.rooms.size;
    const first = conference;
    conference = await planTestConference(school, chair);
    await open();
    expect((await client.join(conference.id)).op).toBe('joined');
    await chair.command('set-locked', { conferenceId: first.id, locked: true });
    await chair.command('set-locked', { ...inIt(), locked: true });
    expect((await client.next('frame')).conferenceId).toBe(conference.id);
    expect(school.server.rooms.size).toBe(rooms);
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await client.join(conference.id));
    expect(answers.at(-1)).toMatchObject({ op: 'not-shown', reason: 'rate-limited' });
    client.close();
    await expect.poll(() => school.server.rooms.size).toBe(rooms - 1);
  });
});
