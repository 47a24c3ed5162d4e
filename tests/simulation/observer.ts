import type { Membership } from '#core/access/actor.ts';
import type { Role } from '#core/access/roles.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandName } from '#core/protocol/commands.ts';
import type { Document } from '#core/protocol/documents.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { openDatabase } from '#server/storage/sqlite/database.ts';

/** A person as the store knows it for deciding rights. */
export interface KnownPerson {
  readonly id: Id;
  readonly shortCode: string;
  readonly role: Role;
  readonly administrator: boolean;
  readonly memberships: readonly Membership[];
}

/** A command the door has answered for good, in the order of the commits. */
export interface LoggedCommand {
  readonly mid: Id;
  readonly personId: Id;
  readonly name: CommandName;
  readonly answer: CommandAnswer;
}

/** Everything that is committed at one instant. */
export interface Committed {
  readonly persons: ReadonlyMap<Id, KnownPerson>;
  readonly documents: ReadonlyMap<Id, Document>;
  /** The buckets each document is placed in. */
  readonly placements: ReadonlyMap<Id, ReadonlySet<string>>;
  readonly log: readonly LoggedCommand[];
}

/** Looks into the server's database past the server, on a connection of its own that only reads. */
export interface Observer {
  /** What is committed now; the same object for as long as nothing was committed. */
  look(): Committed;
  close(): void;
}

interface DocumentRow {
  readonly id: Id;
  readonly kind: string;
  readonly rev: number;
  readonly inv: number;
  readonly body: string;
}

export const openObserver = (path: string): Observer => {
  const database = openDatabase(path, { readOnly: true });
  const parsed = new Map<Id, Document>();
  let seen = Number.NaN;
  let committed: Committed | undefined;

  const all = <Row>(sql: string): readonly Row[] => database.all(sql, []) as readonly Row[];
  const readDocuments = (): ReadonlyMap<Id, Document> => {
    const rows = all<DocumentRow>(
      'select id, kind, rev, inv, body from document where deleted = 0 order by id',
    );
    return new Map(
      rows.map(({ id, kind, rev, inv, body }) => {
        const known = parsed.get(id);
        const document: Document = known?.rev === rev ? known : { id, kind, rev, inv, ...JSON.parse(body) };
        parsed.set(id, document);
        return [id, document];
      }),
    );
  };
  const readPlacements = (): ReadonlyMap<Id, ReadonlySet<string>> => {
    const placements = new Map<Id, Set<string>>();
    for (const { document, bucket } of all<{ document: Id; bucket: string }>(
      'select document, bucket from placement where gone = 0',
    )) {
      placements.set(document, (placements.get(document) ?? new Set()).add(bucket));
    }
    return placements;
  };
  const readPersons = (documents: ReadonlyMap<Id, Document>): ReadonlyMap<Id, KnownPerson> => {
    const memberships = new Map<Id, Membership[]>();
    for (const row of all<{ person_id: Id; group_id: Id; function: string; voting_status: string }>(
      'select person_id, group_id, function, voting_status from membership order by group_id',
    )) {
      const membership = {
        groupId: row.group_id,
        function: row.function,
        votingStatus: row.voting_status,
      } as Membership;
      memberships.set(row.person_id, [...(memberships.get(row.person_id) ?? []), membership]);
    }
    const rows = all<{ id: Id; role: Role; administrator: number }>(
      'select id, role, administrator from person where active = 1 order by id',
    );
    return new Map(
      rows.map(({ id, role, administrator }) => {
        const person = documents.get(id);
        const shortCode = person?.kind === 'person' ? person.shortCode : '';
        return [
          id,
          { id, role, administrator: administrator === 1, shortCode, memberships: memberships.get(id) ?? [] },
        ];
      }),
    );
  };

  return {
    look: () => {
      const [row] = all<{ data_version: number }>('pragma data_version');
      if (committed === undefined || row?.data_version !== seen) {
        seen = row?.data_version ?? Number.NaN;
        const documents = readDocuments();
        committed = {
          documents,
          persons: readPersons(documents),
          placements: readPlacements(),
          log: all<{ mid: Id; person_id: Id; name: CommandName; answer: string }>(
            'select mid, person_id, name, answer from command_log order by rowid',
          ).map(({ mid, person_id, name, answer }) => ({
            mid,
            personId: person_id,
            name,
            answer: JSON.parse(answer) as CommandAnswer,
          })),
        };
      }
      return committed;
    },
    close: () => database.close(),
  };
};
