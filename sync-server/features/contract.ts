import type { Actor } from '#core/access/actor.ts';
import type { Bucket } from '#core/access/bucket.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { School } from '#core/directory/school.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import type { Document, DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import type { KeyVault, Transaction } from '#server/storage/contract/storage.ts';

/** What happens later by itself, by its kind; one row of the `job` table each. */
export type DueKind =
  'release' | 'expire' | 'remind' | 'drop-file' | 'prune' | 'expire-slip' | 'close-vote' | 'forget-vote';

/** What has happened in a sitting, under the number of its row in the log. */
export interface MeetingChange {
  readonly conferenceId: Id;
  readonly seq: number;
  readonly events: readonly MeetingEvent[];
}

/** How many have voted in the running vote: ballots are no events, the room hears only their number. */
export interface Turnout {
  readonly conferenceId: Id;
  readonly voteId: Id;
  readonly turnout: number;
}

/** What a change may use: documents and their placement, all in the one transaction of its command. */
export interface Stage {
  readonly transaction: Transaction;
  /** The server's clock when the change began. */
  readonly now: Instant;
  /** Keys that lie outside of the store. */
  readonly keys: KeyVault;
  /** A document of this kind, whoever may read it. */
  load<Kind extends DocumentKind>(kind: Kind, id: Id): Promise<DocumentOf<Kind> | undefined>;
  /** Those documents of this kind that exist among the ids. */
  loadAll<Kind extends DocumentKind>(kind: Kind, ids: readonly Id[]): Promise<readonly DocumentOf<Kind>[]>;
  /** Every document of a kind: for kinds that stay small. */
  loadKind<Kind extends DocumentKind>(kind: Kind): Promise<readonly DocumentOf<Kind>[]>;
  /** The documents of a kind that are placed in a bucket; of a person in either half of it. */
  loadPlaced<Kind extends DocumentKind>(kind: Kind, bucket: Bucket): Promise<readonly DocumentOf<Kind>[]>;
  /** Whether there is or ever was a document with this id. */
  isTaken(id: Id): Promise<boolean>;
  /** Whether somebody with these buckets may read the document. */
  isPlaced(id: Id, buckets: readonly Bucket[]): Promise<boolean>;
  /** Stores the document under its next revision and places it in exactly these buckets. Returns the revision. */
  put(document: Document, buckets: readonly Bucket[]): Promise<number>;
  /** Places the stored document in exactly these buckets; one that lies there already is not touched, and no revision changes. */
  place(document: Document, buckets: readonly Bucket[]): Promise<void>;
  /** Deletes the document: its readers get a stub. */
  remove(id: Id): Promise<void>;
  /** A new random id. */
  newId(): Id;
  /** The school's own document. */
  school(): Promise<School>;
  /** Plans what happens later; a plan of the same kind and subject is replaced. */
  plan(kind: DueKind, subject: Id, dueAt: Instant): Promise<void>;
  /** Drops a plan. */
  cancel(kind: DueKind, subject: Id): Promise<void>;
  /** Says what has happened in a sitting: its room hears of it once this is committed. */
  sat(change: MeetingChange): void;
  /** Says how many have voted by now. */
  voted(turnout: Turnout): void;
}

/** A change with somebody who asks for it. */
export interface Scene extends Stage {
  readonly actor: Actor;
  readonly me: PersonName;
  /** The id of the command: a repeat has the same. */
  readonly mid: Id;
  /** The revision the command was written on. */
  readonly baseRev: number | undefined;
  /** Whether the actor may read the document on the device they use. */
  isReadable(id: Id): Promise<boolean>;
  /** Whether the actor may name these files in a document: uploaded by them or readable for them, and all there (D9). */
  mayReferTo(files: readonly FileReference[]): Promise<boolean>;
  /** Whether what is written for these groups is kept off the device the actor uses. */
  isKeptOff(groups: readonly Id[]): Promise<boolean>;
  /** Says that somebody's memberships have changed: their buckets are read anew once this is committed. */
  membershipChanged(personId: Id): void;
  /** Says that somebody is no longer a member: other features clear up what was asked of them. */
  left(groupId: Id, personId: Id): void;
  /** Says that members or chairs of a group have changed: what other features placed by them is placed anew. */
  placesChanged(groupId: Id): void;
  /** Says that a body was taken off private devices or came back to them: everything that stems from it is placed anew. */
  devicesChanged(groupId: Id): void;
  /** Says that sessions have ended: their sockets close once this is committed. */
  sessionsEnded(sessionIds: readonly Id[]): void;
}

/** What a handler decides. A refusal or a conflict comes before the first write. */
export type Verdict =
  | { readonly status: 'stored' }
  | { readonly status: 'conflict'; readonly rev: number }
  | { readonly status: 'refused'; readonly reason: RefusalKind };

/** One command: loads, calls the rule of core, stores what the rule made. */
export type Handler<Args> = (scene: Scene, args: Args) => Promise<Verdict>;

export const STORED: Verdict = { status: 'stored' };
export const refused = (reason: RefusalKind): Verdict => ({ status: 'refused', reason });
export const conflict = (rev: number): Verdict => ({ status: 'conflict', rev });
