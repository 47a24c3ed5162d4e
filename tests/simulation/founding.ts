import type { Id } from '#core/kernel/id.ts';
import { createId } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import type { Engine } from './engine.ts';
import { CHAIRS, SCHOOL_NAME, toStaffList, WORLD_BEGINS } from './school.ts';
import { AUTH_HASH, type ServerProcess } from './server.ts';
import { createChance } from './chance.ts';

/** Announcements of a school with a past: more than two pages of the feed. */
const PAST = 130;

/**
 * Creates the school: staff list imported, chairs named, and `hasPast` so many announcements that a new device needs
 * several pages. Returns the persons' ids by short code.
 */
export const foundSchool = async (
  server: ServerProcess,
  engine: Engine,
  hasPast: boolean,
): Promise<ReadonlyMap<string, Id>> => {
  const { store, door, observer } = server;
  const now = engine.now();
  await store.write('create-school', {
    name: SCHOOL_NAME,
    land: 'BW',
    holidays: [],
    privateDevices: 'allowed',
    now,
  });
  await store.write('import-staff', { list: toStaffList(), dryRun: false, now });
  await store.write('set-credentials', { authHash: AUTH_HASH, now });
  const { documents } = observer.look();
  const persons = new Map<string, Id>();
  const groups = new Map<string, Id>();
  for (const document of documents.values()) {
    if (document.kind === 'person') persons.set(document.shortCode, document.id);
    if (document.kind === 'group') groups.set(document.name, document.id);
  }
  const chance = createChance(WORLD_BEGINS);
  const submit = async <Name extends CommandName>(name: Name, args: CommandArgs<Name>): Promise<void> => {
    const sender = { personId: findIn(persons, 'Oeh'), sessionId: null };
    const answer = await door.submit(sender, { mid: createId(chance), name, args });
    if (answer.status !== 'stored') throw new Error(`the school could not be founded: ${name}`);
  };
  for (const [shortCode, group] of CHAIRS) {
    await submit('set-member', {
      groupId: findIn(groups, group),
      personId: findIn(persons, shortCode),
      function: 'chair',
      votingStatus: 'entitled',
    });
  }
  for (let number = 1; hasPast && number <= PAST; number += 1) {
    const [, group] = chance.pick(CHAIRS);
    await submit('announce', {
      id: createId(chance),
      title: `Geheim aus der Vergangenheit ${number}`,
      body: createRichText('Geheim'),
      groupIds: [findIn(groups, group)],
      pinned: false,
      urgent: false,
    });
  }
  return persons;
};

const findIn = (ids: ReadonlyMap<string, Id>, name: string): Id => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the simulated school has no ${name}`);
  return id;
};
