import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HORIZON } from '#core/kernel/horizon.ts';
import { pullPage } from '#server/feed/pull.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { loadReadableBuckets } from './readable.ts';

const DAY = 86_400_000;
let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

/** A night passes: everything that is due is done. */
const sleep = async (): Promise<void> => {
  await world.store.write('plan-prune', { now: world.clock.value });
  world.clock.value += DAY;
  await world.due.tick();
};

const pull = async (checkpoint: Parameters<typeof pullPage>[1]['checkpoint']) => {
  const subject = { personId: world.person('Dre').id, deviceClass: 'official' } as const;
  return world.store.snapshot(async (reader) =>
    pullPage(reader, {
      ...subject,
      checkpoint,
      limit: 500,
      buckets: await loadReadableBuckets(reader, subject),
    }),
  );
};

describe('every night', () => {
  it('[DEV9] a repeat is recognised up to the horizon, and forgotten beyond', async () => {
    const mid = world.newId();
    const args = plainAnnouncement(world.newId(), [world.group('Fachschaft Deutsch').id]);
    const first = await world.send('Dre', 'announce', args, { mid });
    world.clock.value += HORIZON - DAY;
    await sleep();
    const commits = world.commits.length;
    expect(await world.send('Dre', 'announce', args, { mid })).toEqual(first);
    expect(world.commits).toHaveLength(commits);
    world.clock.value += 1;
    await sleep();
    expect(await world.store.read.all('select mid from command_log where mid = ?', mid)).toEqual([]);
  });

  it('[DEV9] a replica within the horizon goes on, one beyond it starts anew', async () => {
    const first = await pull(null);
    if ('reset' in first) throw new Error('a reset without a reason');
    await world.announce('Dre', ['Fachschaft Deutsch']);
    const second = await pull(first.checkpoint);
    if ('reset' in second) throw new Error('a reset without a reason');
    await world.announce('Dre', ['Fachschaft Deutsch']);
    world.clock.value += HORIZON - DAY;
    await sleep();
    expect(await pull({ ...first.checkpoint, ...second.checkpoint })).not.toHaveProperty('reset');
    world.clock.value += 1;
    await sleep();
    expect(await pull({ ...first.checkpoint, ...second.checkpoint })).toHaveProperty('reset');
  });

  it('[DEV9] the tag of each bucket’s head stays for ever: who has everything need not start anew', async () => {
    const page = await pull(null);
    if ('reset' in page) throw new Error('a reset without a reason');
    world.clock.value += 10 * HORIZON;
    await sleep();
    expect(await pull(page.checkpoint)).not.toHaveProperty('reset');
    const left = await world.store.read.all<{ bucket: string }>('select bucket from bucket_tag');
    expect(left).toHaveLength((await world.store.read.all('select id from bucket')).length);
  });

  it('comes again the next night, at three o’clock in the school’s zone', async () => {
    await sleep();
    expect(await world.store.read.all("select kind, due_at from job where kind = 'prune'")).toMatchObject([
      { kind: 'prune', due_at: Date.UTC(2026, 10, 25, 2) },
    ]);
  });
});
