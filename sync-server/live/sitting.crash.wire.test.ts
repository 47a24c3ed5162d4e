import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planTestConference, SITTING, type TestConference } from '#tests/support/server/conference.ts';
import { createProcesses, startCrashServer } from '#tests/support/server/processes.ts';
import { startTestSchool } from '#tests/support/server/test-school.ts';
import { connectWith, newId, type WireClient } from '#tests/support/server/wire-client.ts';

const processes = createProcesses();
let dataDir: string;
let tokens: Readonly<Record<'chair' | 'circle', string>>;
let conference: TestConference;
const inIt = () => ({ conferenceId: conference.id });

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-sitting-crash-'));
  const school = await startTestSchool({ dataDir });
  const chair = await school.as(SITTING.chair);
  tokens = { chair: await school.token(SITTING.chair), circle: await school.token(SITTING.circle) };
  conference = await planTestConference(school, chair);
  school.clock.value += 10_000;
  await chair.command('open-conference', inIt());
  await chair.command('all-present-except', { ...inIt(), personIds: [] });
  await chair.command('call-item', { ...inIt(), itemId: conference.items.first });
  const member = await school.as(SITTING.member);
  const hand = { ...inIt(), itemId: conference.items.first, handId: newId() };
  await member.command('raise-hand', { ...hand, kind: 'speech' });
  await school.close();
}, 60_000);
afterEach(async () => {
  await processes.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (...args: string[]) => startCrashServer(processes, dataDir, ...args);
const listed = async (client: WireClient): Promise<readonly string[]> => {
  const joined = await client.join(conference.id);
  if (joined.op !== 'joined') throw new Error(`not shown: ${joined.reason}`);
  return joined.parts.speakers.hands.map(({ person }) => person.shortCode);
};

describe('a server that is killed while a conference sits', () => {
  it.each(['before-commit', 'after-commit'])(
    '[LIVE1][LIVE2] %s: the sitting is what its log says, and a repeated hand is there once, behind who came first',
    async (point) => {
      const first = await start('--point', point, '--job', 'command');
      const client = await connectWith(first.url, tokens.circle);
      const mid = newId();
      const args = {
        ...inIt(),
        itemId: conference.items.first,
        handId: newId(),
        kind: 'speech' as const,
      };
      expect(await listed(client)).toEqual([SITTING.member]);
      void client.command('raise-hand', args, { mid });
      await once(first.child, 'exit');
      expect(client.received.filter(({ op }) => op === 'answer' || op === 'frame')).toEqual([]);

      const second = await start();
      const again = await connectWith(second.url, tokens.circle);
      const both = [SITTING.member, SITTING.circle];
      expect(await listed(again)).toEqual(point === 'after-commit' ? both : [SITTING.member]);
      expect((await again.command('raise-hand', args, { mid })).status).toBe('stored');
      expect((await again.command('raise-hand', args, { mid })).status).toBe('stored');
      expect(await listed(again)).toEqual(both);

      // Whoever still lives in the moment before the kill comes too late.
      const chair = await connectWith(second.url, tokens.chair);
      await chair.command('call-item', { ...inIt(), itemId: conference.items.second });
      const stale = await again.command('raise-hand', { ...args, handId: newId() });
      expect(stale).toEqual({ status: 'refused', reason: 'phase-passed' });
      const { second: called } = conference.items;
      expect((await again.next('frame', ({ parts }) => parts.item?.id === called)).op).toBe('frame');
    },
    90_000,
  );
});
