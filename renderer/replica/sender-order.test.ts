import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { openSilentChannel, type Environment } from './environment.ts';
import type { UploadGate } from './files/files.ts';
import { openLocalStore, type SealedTable } from './local-store.ts';
import { openOutbox } from './outbox.ts';
import { startSender } from './sender.ts';
import { createHandTimers } from './testing/hand-timers.ts';
import { edit, HeldLine, hints, random } from './testing/held-line.ts';
import { createKey } from './testing/open.ts';

test('what was written first goes out first, even if the disk takes longer over it', async () => {
  const timers = createHandTimers();
  const environment: Environment = {
    clock: timers.clock,
    random,
    timers,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    openChannel: openSilentChannel,
    locks: undefined,
  };
  const store = openLocalStore('order', await createKey(), environment);
  const first = edit(1, 'zuerst');
  const { promise: disk, resolve: release } = Promise.withResolvers<void>();
  const asked: string[] = [];
  let isSlow = false;
  const table: SealedTable = {
    ...store.commands,
    write: async (changes) => {
      asked.push(...changes.map(({ id }) => id));
      if (isSlow && changes.some(({ id }) => id === first.mid)) await disk;
      return store.commands.write(changes);
    },
  };
  const outbox = await openOutbox(table, timers.clock, {
    changed$: new Subject(),
    announce: () => undefined,
  });
  const second = edit(2, 'danach');
  await outbox.submit(first, hints);
  await outbox.submit(second, hints);
  asked.length = 0;
  isSlow = true;
  const line = new HeldLine();
  const gate: UploadGate = { check: () => 'ready', changed$: new Subject(), distrust: () => undefined };
  const sender = startSender(outbox, line, environment, gate);
  await expect.poll(() => asked).toContain(first.mid);
  // The second one has had every chance to overtake.
  await outbox.change([], (entry) => entry);
  expect(line.sent).toEqual([]);
  release();
  await line.hasSent(2);
  expect(line.sent.map(({ mid }) => mid)).toEqual([first.mid, second.mid]);
  sender.stop();
  store.close();
});
