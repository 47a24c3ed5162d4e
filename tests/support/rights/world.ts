import type { RefusalKind } from '#core/access/refusal.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import type { DocumentKind } from '#core/protocol/documents.ts';
import { plainAnnouncement } from '../server/staff.ts';
import { decidedJobs } from '../server/decided.ts';
import { startTestSchool, type TestSchool } from '../server/test-school.ts';
import { newId, type WireClient } from '../server/wire-client.ts';

/**
 * One of each kind of person, for the table of rights over the wire. The announcements are Daniela Dreßler's (Dre), for
 * her subject group, to which Jag belongs and which the office (Hau) chairs; Wei teaches another subject, and Adm is a
 * teacher who administers.
 */
export const PEOPLE = {
  author: 'Dre',
  member: 'Jag',
  chair: 'Hau',
  outsider: 'Wei',
  leadership: 'Kuh',
  administrator: 'Adm',
  parent: 'Eltern',
  guest: 'Gast',
} as const;
export type Who = keyof typeof PEOPLE;
export const everybody = Object.keys(PEOPLE) as readonly Who[];

/** The school of the table with everybody signed in. */
export interface RightsWorld {
  readonly school: TestSchool;
  readonly clients: Readonly<Record<Who, WireClient>>;
  id(who: Who): Id;
  /** The subject group of author, member and chair. */
  german(): Id;
  /** A new announcement of the author's that asks for confirmation and an answer. */
  freshAnnouncement(form?: 'yes-no' | 'sign-up'): Promise<Id>;
  /** A new group with chair and member. */
  freshGroup(): Promise<Id>;
}

export type Verdict = 'stored' | 'conflict' | RefusalKind;
export type Table = Readonly<Record<Who, Verdict>>;

/** What comes of a command when each kind of person gives it. */
export interface Attempt<Name extends CommandName> {
  readonly expected: Table;
  /** Made anew for each attempt, so that no success changes the next one. */
  readonly prepare: (world: RightsWorld, who: Who) => Promise<CommandArgs<Name>>;
  readonly baseRev?: number | ((world: RightsWorld) => Promise<number>);
  /** The arguments that name what must exist; none for a command that creates something or concerns the whole school. */
  readonly names?: readonly (
    'id' | 'announcementId' | 'groupId' | 'personId' | 'deviceId' | 'conferenceId'
  )[];
}
export type Attempts<Names extends CommandName> = { readonly [Name in Names]: Attempt<Name> };

/** Who holds a document of a kind once they have pulled. */
export type Holders<Kinds extends DocumentKind> = Readonly<Record<Kinds, readonly Who[]>>;

/** Everybody the same, but for those who are named. */
export const allBut = (usual: Verdict, verdicts: Partial<Table>): Table => ({
  ...(Object.fromEntries(everybody.map((who) => [who, usual])) as Table),
  ...verdicts,
});

/** Who cannot read it is told that it does not exist. */
export const readersOnly = (verdicts: Partial<Table>): Table => allBut('not-found', verdicts);

export const startRightsWorld = async (): Promise<RightsWorld> => {
  const school = await startTestSchool({
    moreStaff: 'Adler;Anton;Adm;Lehrkraft;"Kollegium"\n',
    administrators: ['Adm'],
    people: Object.values(PEOPLE),
    moreJobs: [decidedJobs],
  });
  const opened = await Promise.all(
    everybody.map(async (who) => [who, await school.as(PEOPLE[who])] as const),
  );
  const clients = Object.fromEntries(opened) as Record<Who, WireClient>;
  const id = (who: Who): Id => school.person(PEOPLE[who]).id;
  const german = (): Id => school.group('Fachschaft Deutsch').id;
  await clients.leadership.command('set-member', {
    groupId: german(),
    personId: id('chair'),
    function: 'chair',
    votingStatus: 'entitled',
  });
  return {
    school,
    clients,
    id,
    german,
    freshAnnouncement: async (type = 'yes-no') => {
      const made = newId();
      await clients.author.command('announce', {
        ...plainAnnouncement(made, [german()]),
        ...(type === 'yes-no' ? { acknowledgement: {} } : {}),
        form: { type, question: 'Ja?', options: [{ label: 'Ja' }, { label: 'Nein' }] },
      });
      return made;
    },
    freshGroup: async () => {
      const made = newId();
      await clients.leadership.command('create-group', {
        id: made,
        name: `Gruppe ${made}`,
        type: 'working',
        chairId: id('chair'),
      });
      await clients.leadership.command('set-member', {
        groupId: made,
        personId: id('member'),
        function: 'member',
        votingStatus: 'entitled',
      });
      return made;
    },
  };
};
