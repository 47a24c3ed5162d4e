import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { planTestConference, SITTING, type TestConference } from '#tests/support/server/conference.ts';
import { createProcesses, startCrashServer } from '#tests/support/server/processes.ts';
import { startTestSchool } from '#tests/support/server/test-school.ts';
import { connectWith, newId, type WireClient } from '#tests/support/server/wire-client.ts';

const processes = createProcesses();
let dataDir: string;
let tokens: Readonly<Record<'chair' | 'member' | 'circle', string>>;
let conference: TestConference;
let voteId: Id;

const question = () => ({
  conferenceId: conference.id,
  voteId,
  itemId: conference.items.first,
  wording: 'Das Handykonzept gilt ab Februar.',
  voteKind: 'yes-no' as const,
  options: [],
  seats: 1,
});
const place = () => ({ conferenceId: conference.id, voteId });

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-vote-crash-'));
  voteId = newId();
  const school = await startTestSchool({ dataDir, people: Object.values(SITTING) });
  const chair = await school.as(SITTING.chair);
  conference = await planTestConference(school, chair);
  school.clock.value += 10_000;
  const inIt = { conferenceId: conference.id };
  await chair.command('open-conference', inIt);
  await chair.command('all-present-except', { ...inIt, personIds: [] });
  await chair.command('call-item', { ...inIt, itemId: conference.items.first });
  await chair.command('prepare-vote', { ...question(), procedure: 'without-names' });
  await chair.command('show-vote', place());
  expect(await chair.command('open-vote', place())).toMatchObject({ status: 'stored' });
  tokens = {
    chair: await school.token(SITTING.chair),
    member: await school.token(SITTING.member),
    circle: await school.token(SITTING.circle),
  };
  await school.close();
}, 60_000);
afterEach(async () => {
  await processes.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (...args: string[]) => startCrashServer(processes, dataDir, ...args);
const keys = (): readonly string[] => {
  const folder = path.join(dataDir, 'vote-keys');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const record = async (client: WireClient) =>
  (await client.pullAll()).documents.find(({ id }) => id === voteId);

describe('a server that is killed while people vote', () => {
  it.each(['before-commit', 'after-commit'])(
    '[VOTE5][VOTE13] %s of a ballot neither loses nor doubles it',
    async (point) => {
      const first = await start('--point', point, '--job', 'ballot');
      const mid = newId();
      const member = await connectWith(first.url, tokens.member);
      void member.command('cast-ballot', { ...place(), choice: 'yes' }, { mid });
      await once(first.child, 'exit');
      expect(first.child.signalCode).toBe('SIGKILL');
      await member.closed;
      expect(member.received.some(({ op }) => op === 'answer')).toBe(false);

      const second = await start();
      const again = await connectWith(second.url, tokens.member);
      const [before] = [await again.join(conference.id)];
      expect(before).toMatchObject({ op: 'joined', you: { voted: point === 'after-commit' } });
      const answer = await again.command('cast-ballot', { ...place(), choice: 'yes' }, { mid });
      expect(answer).toMatchObject({ status: 'stored' });
      const chair = await connectWith(second.url, tokens.chair);
      await chair.command('cast-ballot', { ...place(), choice: 'no' });
      await chair.command('close-vote', place());
      expect(await record(chair)).toMatchObject({ state: 'decided', counts: { yes: 1, no: 1, abstain: 0 } });
      // The repeat after the close is answered as the first time, and counts nothing.
      expect(await again.command('cast-ballot', { ...place(), choice: 'yes' }, { mid })).toEqual(answer);
      const late = await connectWith(second.url, tokens.circle);
      expect(await late.command('cast-ballot', { ...place(), choice: 'yes' })).toEqual({
        status: 'refused',
        reason: 'not-open',
      });
      expect(await record(chair)).toMatchObject({ counts: { yes: 1, no: 1, abstain: 0 } });
    },
    60_000,
  );

  it.each(['before-commit', 'after-commit'])(
    '[VOTE12][VOTE13] %s of the close keeps the ballots or the result, and then no key',
    async (point) => {
      const before = await start();
      const member = await connectWith(before.url, tokens.member);
      await member.command('cast-ballot', { ...place(), choice: 'yes' });
      before.child.kill('SIGKILL');
      await once(before.child, 'exit');
      const first = await start('--point', point, '--job', 'command');
      const mid = newId();
      const chair = await connectWith(first.url, tokens.chair);
      void chair.command('close-vote', place(), { mid });
      await once(first.child, 'exit');
      // Whatever the moment of its death, the key outlives the commit and never the next start without need.
      expect(keys()).toEqual([voteId]);

      const second = await start();
      expect(keys()).toEqual(point === 'after-commit' ? [] : [voteId]);
      const again = await connectWith(second.url, tokens.chair);
      expect((await record(again)) !== undefined).toBe(point === 'after-commit');
      expect(await again.command('close-vote', place(), { mid })).toMatchObject({ status: 'stored' });
      expect(await record(again)).toMatchObject({ state: 'decided', counts: { yes: 1, no: 0 } });
      expect(keys()).toEqual([]);
    },
    60_000,
  );
});
