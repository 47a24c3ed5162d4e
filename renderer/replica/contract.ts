import type { Observable } from 'rxjs';
import type { Actor } from '#core/access/actor.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs, OnlineName, OutboxCommand, OutboxName } from '#core/protocol/commands.ts';
import type { DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import type { Hints, Painted, Pending } from '#core/protocol/overlay.ts';
import type { AuthorisedRequest } from './authorised-request.ts';
import type { Files } from './files/contract.ts';
import type { LiveEyes, LiveLine } from './live/contract.ts';

export type * from './files/contract.ts';
export type * from './live/contract.ts';

/** What a screen may ask of an unlocked profile: reading, writing, searching; all of it works with the server away. */
export interface Workspace {
  /** Who has unlocked this profile. */
  readonly personId: Id;
  /** The person behind it with the rights known here; undefined until the own document has arrived. */
  readonly self$: Observable<Self | undefined>;
  readonly school$: Observable<DocumentOf<'school'> | undefined>;
  readonly truth$: Observable<Truth>;

  /** Documents of a kind, newest first, waiting commands painted over; emits at once and on every change. */
  list<Kind extends DocumentKind>(kind: Kind, limit: number): Observable<readonly Painted<Kind>[]>;
  /** All documents of a kind (directory, groups, receipts: kinds that stay small). */
  all<Kind extends DocumentKind>(kind: Kind): Observable<readonly Painted<Kind>[]>;
  /** One document by its id; undefined while it is not there or no longer readable. */
  one<Kind extends DocumentKind>(kind: Kind, id: Id): Observable<Painted<Kind> | undefined>;

  /** Puts a command into the outbox; resolves when it is durable on this device. `hints` is what painting needs beside me. */
  submit<Name extends OutboxName>(
    name: Name,
    args: CommandArgs<Name>,
    options?: {
      readonly baseRev?: number | undefined;
      readonly hints?: Partial<Pick<Hints, 'groups' | 'announcement' | 'person'>>;
    },
  ): Promise<Submitted>;
  /**
   * Gives the server a command that must not wait (administration) and tells what it said. It never lies in the outbox: the
   * screen shows the answer and keeps what was typed.
   */
  ask<Name extends OnlineName>(
    name: Name,
    args: CommandArgs<Name>,
    options?: { readonly baseRev?: number | undefined },
  ): Promise<Asked>;
  /** Everything in the outbox that has not landed, in the order of writing. */
  readonly outbox$: Observable<readonly Pending[]>;
  /** What was refused or is in conflict, newest first. */
  readonly notSaved$: Observable<readonly Pending[]>;
  /** Writes new arguments into a waiting command. */
  revise(mid: Id, args: OutboxCommand['args']): Promise<Altered>;
  /** Takes a waiting command back. */
  takeBack(mid: Id): Promise<Altered>;
  /** Removes a refused or conflicting command after its author has decided; without an error also what is gone already. */
  dismiss(mid: Id): Promise<Kept>;

  /** Hits whose document this device still holds, best first. */
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  /** What arrived, changed or went can be found now, or no longer: whoever shows hits asks again. */
  readonly findable$: Observable<void>;

  readonly drafts: Drafts;

  /** What is attached to documents. */
  readonly files: Files;
  /** Asks the server for what must not lie in a replica: how it is, its backups. Needs the connection. */
  readonly request: AuthorisedRequest;
  /** Opens a line of this tab's own to a conference that sits; whoever opened it closes it, locking closes all. */
  openLive(conferenceId: Id, eyes?: LiveEyes): Promise<LiveLine>;

  /** A new random id. */
  createId(): Id;
  /** The server's clock as far as it is known here, in UTC milliseconds (D5). */
  now(): Instant;
}

export type Submitted =
  | { readonly ok: true; readonly mid: Id }
  | { readonly ok: false; readonly reason: 'outbox-full' | 'disk-full' };

/** Whether this device could keep what was changed. */
export type Kept = { readonly ok: true } | { readonly ok: false; readonly reason: 'disk-full' };

/** The same of a waiting command, which was possibly sent meanwhile. */
export type Altered = Kept | { readonly ok: false; readonly reason: 'sent' };

/**
 * What became of a command that does not wait. `unreachable`: the server is away and nothing was sent. `unanswered`: it was
 * sent and nobody knows whether it arrived; the documents will show it.
 */
export type Asked =
  | { readonly ok: true; readonly rev?: number | undefined }
  | { readonly ok: false; readonly reason: RefusalKind | 'unreachable' | 'unanswered' };

/** The person who works here, in the words of the policies. */
export interface Self {
  readonly name: PersonName;
  readonly role: Role;
  readonly administrator: boolean;
  readonly actor: Actor;
}

/** The line of truth at the foot of every screen. */
export interface Truth {
  readonly connection: 'online' | 'connecting' | 'offline';
  /** When this replica last had everything; undefined before the first time. */
  readonly asOf: Instant | undefined;
  /** Commands that still wait. */
  readonly waiting: number;
  /** Commands on "Nicht gespeichert". */
  readonly notSaved: number;
  /** Present while the replica is filled for the first time or anew. */
  readonly filling: { readonly documents: number } | undefined;
  /** Why nothing can be sent, or nothing new be kept, although the server is there. */
  readonly obstacle: Obstacle | undefined;
  /** Present while this device has been without its school for so long that it soon locks itself: from this instant on. */
  readonly locksAt?: Instant | undefined;
  /** Present for 30 days after the server was restored from a backup. */
  readonly restored?: Restoration | undefined;
}

/** The server was set back to a backup; instants by the server's clock. */
export interface Restoration {
  /** What was written after this instant, the server had lost. */
  readonly madeAt: Instant;
  readonly at: Instant;
  /** Commands of this device it had lost and was given again. */
  readonly missing: number;
}

/** What is in the way: the server's reason, or this device has no space left. */
export type Obstacle = RefusalKind | 'disk-full';

export interface SearchHit {
  readonly kind: 'announcement' | 'person' | 'group' | 'thread' | 'conference' | 'agenda-item' | 'resolution';
  readonly id: Id;
  readonly title: string;
  /** Who or what: the author and groups of an announcement, the short code of a person. */
  readonly detail: string;
  /** A piece of the text around the first word found. */
  readonly snippet: string;
  /** The words found in it, as they stand there. */
  readonly terms: readonly string[];
  readonly at: Instant;
  /** The conference an item of an agenda belongs to. */
  readonly conferenceId?: Id | undefined;
}

/** Texts that nobody has sent yet; sealed on this device, they survive reload, lock and reset. */
export interface Drafts {
  readonly all$: Observable<readonly Draft[]>;
  put(draft: Draft): Promise<Kept>;
  remove(id: Id): Promise<void>;
}

export interface Draft {
  readonly id: Id;
  readonly at: Instant;
  /** What was typed so far; the announcements feature knows its shape. */
  readonly content: unknown;
}

/** Signing in, locking and leaving: what happens before and after a workspace. */
export interface Entrance {
  readonly state$: Observable<EntranceState>;
  /** The school as the server names it; unknown offline before unlocking, since nothing lies in clear. */
  readonly schoolName$: Observable<string | undefined>;
  readonly reachable$: Observable<boolean>;
  /** The server has no school yet, and nothing of one lies on this device. */
  readonly vacant$: Observable<boolean>;
  /** Unlocks a profile on this device or signs in at the server. */
  signIn(shortCode: string, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  /** Asks whose code this is; the short form needs the short code, a whole code names its slip. */
  lookAtCode(presented: PresentedCode): Promise<CodeOutcome>;
  /** Sets a password by a code, then signs in. */
  redeem(presented: PresentedCode, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  /** Signs in on a further device by a code that another one shows. */
  join(code: string, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  /** A code for a further device; only while the server is there. */
  deviceCode(): Promise<DeviceCode>;
  /** Present while somebody is in and an earlier password of theirs keeps something unsent shut on this device (D14). */
  readonly leftBehind$: Observable<LeftBehind | undefined>;
  /** Opens it with the earlier password and takes it over; the workspace is opened anew with it. */
  rescue(formerPassword: string): Promise<RescueOutcome>;
  /** Gives it up: it is deleted from this device. */
  abandonLeftBehind(): Promise<void>;
  /** Forgets the keys in every tab; what is on disk stays sealed. */
  lock(): Promise<void>;
  /**
   * Ends the session and deletes everything of this profile from this device, drafts and unsent texts included; shows the
   * door only then. Rejects if something could not be deleted; called again it tries again.
   */
  signOutLeavingNothing(): Promise<void>;
}

/** What an earlier password of the person keeps shut on this device. */
export interface LeftBehind {
  /** Commands that had not been sent, or were not taken. */
  readonly commands: number;
  readonly drafts: number;
}

/** What became of the try to open it; `failed`: something could not be read. In every case nothing is lost by it. */
export type RescueOutcome =
  | ({ readonly ok: true } & LeftBehind)
  | { readonly ok: false; readonly reason: 'wrong-password' | 'disk-full' | 'failed' };

/** This device was revoked and has deleted everything of its person. */
export interface Revoked {
  /** Texts that nobody had sent yet: they lay here alone. */
  readonly lost: number;
}

/** The device was without its school for too long, or its clock shows an earlier time than it did before. */
export type OfflineLockReason = 'locked-offline' | 'clock-behind';

/** A code for a further device and until when it works, or why there is none. */
export type DeviceCode =
  | { readonly ok: true; readonly code: string; readonly until: Instant }
  | { readonly ok: false; readonly reason: RefusalKind | 'unreachable' };

/** A code as it was typed or scanned. */
export interface PresentedCode {
  readonly code: string;
  /** Not needed with a whole code. */
  readonly shortCode?: string | undefined;
}

export type CodeOutcome =
  | { readonly ok: true; readonly person: Pick<PersonName, 'shortCode' | 'firstName' | 'lastName'> }
  | Extract<SignInOutcome, { ok: false }>;

export type EntranceState =
  | {
      readonly at: 'door';
      readonly revoked?: Revoked | undefined;
      /** Why this device locked itself, if it did since somebody was in. */
      readonly offlineLock?: OfflineLockReason | undefined;
    }
  | { readonly at: 'unlocking' }
  | { readonly at: 'inside'; readonly workspace: Workspace; readonly deviceId: Id };

export type SignInOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason:
        | RefusalKind
        | OfflineLockReason
        | 'proof-failed'
        | 'unreachable'
        | 'unknown-here'
        | 'no-secure-context'
        | 'disk-full';
      readonly remaining?: number | undefined;
      readonly until?: Instant | undefined;
    };
