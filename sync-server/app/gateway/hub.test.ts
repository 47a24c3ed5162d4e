import { afterEach, beforeEach, expect, it } from 'vitest';
import { findSessionByToken, type Session } from '#server/auth/sessions.ts';
import { createSignIn } from '#server/auth/sign-in.ts';
import { createSlipDoor } from '#server/commands/slip-door.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import type { Connection } from './connection.ts';
import { createHub } from './hub.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const openSession = async (shortCode: string): Promise<Session> => {
  const clock = { now: () => world.clock.value };
  const signIn = await createSignIn(world.store, clock, world.chance);
  const code = (await signIn.issueAccessCode(shortCode)) ?? '';
  const auth = 'A'.repeat(43);
  const slipDoor = await createSlipDoor({
    store: world.store,
    clock,
    random: world.chance,
    onCommitted: () => undefined,
  });
  await slipDoor.redeem({ shortCode, code, salt: 'A'.repeat(22), auth }, 'test');
  const device = { id: world.newId(), class: 'official' } as const;
  const result = await signIn.signIn({ shortCode, auth, device }, 'test');
  const session =
    result.ok && (await findSessionByToken(world.store.read, result.response.token, clock.now()));
  if (!session) throw new Error('the sign-in failed');
  return session;
};

it('[REP8] has readers pull what could not be told, and keeps nobody’s lost right', async () => {
  let failures = 0;
  const store: Store = {
    ...world.store,
    snapshot: (work) =>
      world.store.snapshot((reader) =>
        work({
          ...reader,
          // Fails where the hub reads the rights of a listener anew.
          all: (sql, ...parameters) => {
            if (!sql.includes('from membership') || failures === 0) return reader.all(sql, ...parameters);
            failures -= 1;
            return Promise.reject(new Error('the disk did not answer'));
          },
        }),
      ),
  };
  const errors: unknown[] = [];
  const hub = createHub(store, { now: () => world.clock.value }, (error) => errors.push(error));
  const sent: string[] = [];
  const connection: Connection = {
    session: await openSession('Jag'),
    heardAt: 0,
    isOpen: true,
    send: (text) => sent.push(text),
    close: () => undefined,
  };
  hub.add(connection);
  await hub.listen(connection);
  const told = world.commits.length;
  const groupId = world.group('Fachschaft Deutsch').id;

  failures = 1;
  await world.send('Kuh', 'remove-member', { groupId, personId: connection.session.personId });
  for (const committed of world.commits.slice(told)) hub.announce(committed);
  await hub.settled();
  expect(errors).toHaveLength(1);
  expect(sent).toEqual(['{"op":"resync"}']);

  const id = await world.announce('Dre', ['Fachschaft Deutsch']);
  for (const committed of world.commits.slice(-1)) hub.announce(committed);
  await hub.settled();
  expect(sent.join()).not.toContain(id);
});

it('[FRAME9] lets a change pass all pages of a person but the one that is being made', async () => {
  const errors: unknown[] = [];
  const hub = createHub(world.store, { now: () => world.clock.value }, (error) => errors.push(error));
  const order: string[] = [];
  const connection: Connection = {
    session: await openSession('Jag'),
    heardAt: 0,
    isOpen: true,
    send: () => order.push('change'),
    close: () => undefined,
  };
  hub.add(connection);
  await hub.listen(connection);
  let finish = (): void => undefined;
  const first = new Promise<void>((resolve) => (finish = resolve));
  const greedy = world.person('Wei').id;
  const pages = Array.from({ length: 60 }, (_, index) =>
    hub.pageInTurn(greedy, async () => {
      if (index === 0) await first;
      order.push('page');
    }),
  );
  const told = world.commits.length;
  await world.announce('Dre', ['Fachschaft Deutsch']);
  for (const committed of world.commits.slice(told)) hub.announce(committed);
  const other = hub.pageInTurn(world.person('Kuh').id, () => Promise.resolve(void order.push('other')));
  finish();
  await Promise.all([...pages, other]);
  expect(order.slice(0, 3)).toEqual(['page', 'change', 'other']);
  expect(order.filter((what) => what === 'page')).toHaveLength(60);
  expect(errors).toEqual([]);
});
