import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import { SITTING, planTestConference, type TestConference } from '#tests/support/server/conference.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, openSocket, post, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let chair: WireClient;
let chairToken: string;
let conference: TestConference;
beforeAll(async () => {
  school = await startTestSchool();
  chair = await school.as(SITTING.chair);
  chairToken = await school.token(SITTING.chair);
}, 60_000);
afterAll(() => school.close());
beforeEach(async () => {
  school.clock.value += 10 * 60_000;
  conference = await planTestConference(school, chair);
  await chair.command('open-conference', { conferenceId: conference.id });
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const askCode = (token = chairToken, conferenceId = conference.id) =>
  post<{ code: string; until: number }>(school.url, '/api/wall-code', { conferenceId }, bearer(token));
const redeem = (code: string) =>
  post<{ token: string; conferenceId: string }>(school.url, '/api/wall', { code });
const look = async (token: string) => {
  const { body } = await post<{ ticket: string }>(school.url, '/api/wall-ticket', {}, bearer(token));
  const wall = openSocket(school.url, [SYNC_SUBPROTOCOL, TICKET_PREFIX + body.ticket]);
  await wall.next('hello');
  return wall;
};

describe('[LIVE10] a device on the wall', () => {
  it('shows the conference for which the chair has asked a code, and comes back after a cut', async () => {
    const { code } = (await askCode()).body;
    const hung = (await redeem(code.toLowerCase())).body;
    expect(hung.conferenceId).toBe(conference.id);
    const wall = await look(hung.token);
    expect(await wall.join(conference.id)).toMatchObject({ op: 'joined', roll: {} });
    await chair.command('call-item', { conferenceId: conference.id, itemId: conference.items.first });
    expect((await wall.next('frame')).parts.item).toMatchObject({ label: '1' });
    wall.close();
    const again = await look(hung.token);
    expect(await again.join(conference.id)).toMatchObject({ parts: { item: { label: '1' } } });
  });

  it('takes a code once, within two minutes, and only the newest', async () => {
    const first = (await askCode()).body;
    const second = (await askCode()).body;
    expect((await redeem(first.code)).body).toMatchObject({ reason: 'code-void' });
    expect((await redeem(second.code)).status).toBe(200);
    expect((await redeem(second.code)).body).toMatchObject({ reason: 'code-void' });
    const third = (await askCode()).body;
    school.clock.value = third.until;
    expect((await redeem(third.code)).body).toMatchObject({ reason: 'code-void' });
  });

  it('is let in by who has the chair alone', async () => {
    const deputy = await school.token(SITTING.deputy);
    expect((await askCode(deputy)).body).toMatchObject({ reason: 'forbidden' });
    expect((await askCode(await school.token('Hau'))).body).toMatchObject({ reason: 'not-found' });
    expect((await askCode('x'.repeat(43))).body).toMatchObject({ reason: 'unauthenticated' });
    expect((await askCode(chairToken, newId())).body).toMatchObject({ reason: 'not-found' });
  });

  it('looks on and does nothing else, and at no other conference', async () => {
    const { code } = (await askCode()).body;
    const wall = await look((await redeem(code)).body.token);
    wall.send(JSON.stringify({ op: 'pull', id: 90, checkpoint: null, limit: 50 }));
    expect(await wall.next('error')).toMatchObject({ id: 90, reason: 'forbidden' });
    wall.send(JSON.stringify({ op: 'live', id: 91 }));
    expect(await wall.next('error')).toMatchObject({ id: 91, reason: 'forbidden' });
    const command = { mid: newId(), name: 'check-in', args: { conferenceId: conference.id } };
    wall.send(JSON.stringify({ op: 'command', id: 92, command }));
    expect(await wall.next('error')).toMatchObject({ id: 92, reason: 'forbidden' });
    const other = await planTestConference(school, chair);
    await chair.command('open-conference', { conferenceId: other.id });
    expect(await wall.join(other.id)).toMatchObject({ op: 'not-shown' });
  });

  it('is told nothing of a restricted item', async () => {
    const { code } = (await askCode()).body;
    const wall = await look((await redeem(code)).body.token);
    await wall.join(conference.id);
    await chair.command('call-item', { conferenceId: conference.id, itemId: conference.items.secret });
    await wall.next('frame');
    expect(JSON.stringify(wall.received)).not.toContain(conference.items.secret);
  });

  it('is gone with the end of the conference', async () => {
    const { code } = (await askCode()).body;
    const { token } = (await redeem(code)).body;
    const wall = await look(token);
    await wall.join(conference.id);
    await chair.command('close-conference', { conferenceId: conference.id });
    expect((await wall.next('frame')).parts.phase).toBe('closed');
    const { body } = await post(school.url, '/api/wall-ticket', {}, bearer(token));
    expect(body).toMatchObject({ reason: 'unauthenticated' });
    expect((await askCode()).body).toMatchObject({ reason: 'not-open' });
  });

  it('is not guessed: after a few wrong codes even the right one waits', async () => {
    for (let count = 0; count < LIMITS.wallAttempts; count += 1)
      expect((await redeem('AAAA-AAAA')).body).toMatchObject({ reason: 'code-void' });
    const { code } = (await askCode()).body;
    expect((await redeem(code)).body).toMatchObject({ reason: 'rate-limited' });
  });
});
