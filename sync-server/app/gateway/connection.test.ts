import { expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Session } from '#server/auth/sessions.ts';
import { createRuleWorld } from '#tests/support/server/rule-world.ts';
import { createConnection, type ConnectionSocket } from './connection.ts';

it('lets one message beyond the limit through to a reader that keeps up, and cuts off one that does not', async () => {
  const world = await createRuleWorld();
  let waiting = 0;
  let terminated = false;
  const socket: ConnectionSocket = {
    OPEN: 1,
    readyState: 1,
    get bufferedAmount() {
      return waiting;
    },
    send: (text) => (waiting += text.length),
    close: () => undefined,
    terminate: () => (terminated = true),
    on: () => undefined,
  };
  const session: Session = {
    id: world.newId(),
    personId: world.person('Dre').id,
    role: 'teacher',
    deviceId: world.newId(),
    deviceClass: 'private',
    lastSeenAt: 0,
    expiresAt: Number.POSITIVE_INFINITY,
  };
  const connection = createConnection({
    socket,
    session,
    clock: { now: () => world.clock.value },
    requests: () => ({ handle: () => Promise.resolve(undefined) }),
    onClosed: () => undefined,
    onError: () => undefined,
  });
  connection.send('x'.repeat(LIMITS.bufferedBytes + 1));
  expect(terminated).toBe(false);
  connection.send('x');
  expect(terminated).toBe(true);
  await world.close();
});
