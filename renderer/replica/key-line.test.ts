import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { createId } from '#core/kernel/id.ts';
import { createKeyLine } from './key-line.ts';
import { createHandTimers } from './testing/hand-timers.ts';
import { createKey } from './testing/open.ts';

const newId = () => createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });

test('a tab that was given the key does not show the door while it opens the profile', async () => {
  const timers = createHandTimers();
  const messages$ = new Subject<unknown>();
  const opened = Promise.withResolvers<void>();
  const line = createKeyLine({ post: () => undefined, messages$, close: () => undefined }, timers, {
    unlocked: () => undefined,
    receive: () => opened.promise,
    lock: () => Promise.resolve(),
  });
  const answer = line.ask();
  const unlocked = { profileId: newId(), personId: newId(), deviceId: newId(), shortCode: 'MUE', auth: 'a' };
  messages$.next({ type: 'key', unlocked: { ...unlocked, key: await createKey() } });
  timers.turn(1_000);
  opened.resolve();
  expect(await answer).toBe(true);
});

test('nobody answers: the door opens soon', async () => {
  const timers = createHandTimers();
  const line = createKeyLine(
    { post: () => undefined, messages$: new Subject(), close: () => undefined },
    timers,
    {
      unlocked: () => undefined,
      receive: () => Promise.resolve(),
      lock: () => Promise.resolve(),
    },
  );
  const answer = line.ask();
  timers.turn(250);
  expect(await answer).toBe(false);
});
