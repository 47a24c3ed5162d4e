import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import { createLocalActs } from '#server/app/control/local-acts.ts';
import { startServer, type ServerOptions, type UmlaufServer } from '#server/app/server.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { MONDAY, TEST_STAFF } from './staff.ts';
import { connect, redeem, signIn, type SigningDevice, type WireClient } from './wire-client.ts';

/** A real server with a small school, for tests over real sockets. */
export interface TestSchool {
  readonly server: UmlaufServer;
  readonly url: string;
  readonly dataDir: string;
  /** The clock of the server, in the test's hand. */
  readonly clock: { value: number };
  person(shortCode: string): Person;
  group(name: string): Group;
  /** Signs in as this person; everybody's password is `passwort-` and their short code. */
  as(shortCode: string, device?: SigningDevice): Promise<WireClient>;
  token(shortCode: string, device?: SigningDevice): Promise<string>;
  close(): Promise<void>;
}

export const startTestSchool = async (
  options: Partial<ServerOptions> & {
    /** Who has a password. */
    readonly people?: readonly string[];
    /** Lines beside those of `TEST_STAFF`. */
    readonly moreStaff?: string;
    readonly administrators?: readonly string[];
  } = {},
): Promise<TestSchool> => {
  const {
    people = ['Kuh', 'Hau', 'Dre', 'Jag', 'Wei', 'Eltern', 'Gast'],
    moreStaff = '',
    administrators = [],
    ...serverOptions
  } = options;
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'umlauf-test-'));
  const clock = { value: MONDAY };
  const server = await startServer({
    clock: { now: () => clock.value },
    onError: () => undefined,
    ...serverOptions,
    dataDir,
  });
  const act = createLocalActs({
    store: server.store,
    clock: { now: () => clock.value },
    signIn: server.signIn,
    onCommitted: (committed) => {
      server.hub.announce(committed);
    },
  });
  const file = Buffer.from(TEST_STAFF + moreStaff).toString('base64');
  await act({ act: 'import', file, dryRun: false });
  for (const shortCode of administrators) {
    const person = (await readDocumentsOfKind(server.store.read, 'person')).find(
      (listed) => listed.shortCode === shortCode,
    );
    if (person === undefined) throw new Error(`nobody in the test school is ${shortCode}`);
    const flags = { personId: person.id, administrator: true, staffCouncil: false, now: clock.value };
    server.hub.announce(await server.store.write<Committed>('set-flags', flags));
  }
  for (const shortCode of people) {
    const issued = await act({ act: 'access', shortCode });
    if (issued.act === 'access') await redeem(server.url, shortCode, issued.code, `passwort-${shortCode}`);
  }
  const persons = await readDocumentsOfKind(server.store.read, 'person');
  const groups = await readDocumentsOfKind(server.store.read, 'group');
  const find = <Found>(found: Found | undefined): Found => {
    if (found === undefined) throw new Error('the test school has no such person or group');
    return found;
  };
  return {
    server,
    url: server.url,
    dataDir,
    clock,
    person: (shortCode) => find(persons.find((person) => person.shortCode === shortCode)),
    group: (name) => find(groups.find((group) => group.name === name)),
    as: (shortCode, device) => connect(server.url, shortCode, `passwort-${shortCode}`, device),
    token: async (shortCode, device) =>
      (await signIn(server.url, shortCode, `passwort-${shortCode}`, device)).body.token,
    close: async () => {
      await server.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
