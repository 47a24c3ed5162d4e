import { toReadableBuckets } from '#core/access/bucket.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import { toRetryRule, type RefusalKind } from '#core/access/refusal.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { toTargetId, type Command, type CommandArgs, type CommandName } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { isOfficialOnly } from '#core/protocol/origin.ts';
import { findSession } from '#server/auth/sessions.ts';
import type { MeetingChange, Scene, Turnout, Verdict } from '#server/features/contract.ts';
import type { Change } from '#server/feed/numbering.ts';
import { mayReferTo } from '#server/files/references.ts';
import type { Job, JobTable, Transaction } from '#server/storage/contract/storage.ts';
import { loadActor } from './actor.ts';
import { loadOfficialOnly, loadReadableBuckets, type Subject } from './readable.ts';
import { raiseMembershipVersion } from './membership-version.ts';
import { handlers, leavingHandlers, placingHandlers } from './registry.ts';
import { isKeptNowhere } from './kept-nowhere.ts';
import { createStage, type RecordedStage } from './stage.ts';

export interface CommandJobArgs {
  readonly command: Command;
  /** What was sent, as a hash: the same id with other content is another command. */
  readonly hash: string;
  readonly personId: Id;
  /** The session it came through; null only for changes the server makes in somebody's name (the demonstration). */
  readonly sessionId: Id | null;
  readonly now: Instant;
}

/** What a committed change means for those who are connected. */
export interface Committed {
  readonly changes: readonly Change[];
  /** Whose memberships have changed: their readable buckets are read anew. */
  readonly membershipChanged: readonly Id[];
  /** Sessions that have ended by it: their sockets close. */
  readonly endedSessions?: readonly Id[];
  /** What has happened in sittings. */
  readonly meetings?: readonly MeetingChange[];
  readonly turnouts?: readonly Turnout[];
}

export interface CommandJobResult extends Committed {
  readonly answer: CommandAnswer;
}

interface LogRow {
  readonly person_id: Id;
  readonly hash: string;
  readonly answer: string;
}

/** The one door for every change: repeat, right, rule, documents and answer in one transaction. */
const command: Job<CommandJobArgs, CommandJobResult> = async (transaction, args, context) => {
  const { personId, now } = args;
  // What the server does in somebody's name happens on its own machine.
  let deviceClass: DeviceClass = 'official';
  if (args.sessionId !== null) {
    const session = await findSession(transaction, args.sessionId, now);
    if (session?.personId !== personId) return refuse('unauthenticated');
    deviceClass = session.deviceClass;
  }
  const isLogged = !isKeptNowhere(args.command.name);
  const first = await transaction.get<LogRow>(
    'select person_id, hash, answer from command_log where mid = ?',
    args.command.mid,
  );
  if (first !== undefined) {
    if (first.person_id !== personId || first.hash !== args.hash) return refuse('mid-reused');
    return { answer: JSON.parse(first.answer) as CommandAnswer, changes: [], membershipChanged: [] };
  }
  const actor = await loadActor(transaction, personId);
  const stage = createStage(transaction, context, now);
  const person = actor && (await stage.load('person', personId));
  if (actor === undefined || person === undefined) return refuse('unauthenticated');

  const subject: Subject = { personId, deviceClass };
  const officialOnly = await loadOfficialOnly(transaction);
  const buckets = await loadReadableBuckets(transaction, subject);
  let isWithheld = false;
  const membershipChanged = new Set<Id>();
  const regrouped: Id[] = [];
  const endedSessions: Id[] = [];
  const replaced = new Set<Id>();
  const departures: { readonly groupId: Id; readonly personId: Id }[] = [];
  const { id, shortCode, firstName, lastName } = person;
  const scene: Scene = {
    ...stage,
    actor,
    me: { id, shortCode, firstName, lastName },
    mid: args.command.mid,
    baseRev: args.command.baseRev,
    mayReferTo: (files) => mayReferTo(transaction, files, { id, buckets }),
    isReadable: async (documentId) => {
      if (await stage.isPlaced(documentId, buckets)) return true;
      // Who may read it elsewhere is told so instead of "it does not exist".
      isWithheld ||= await stage.isPlaced(documentId, toReadableBuckets(actor));
      return false;
    },
    isKeptOff: async (groups) => deviceClass === 'private' && isOfficialOnly(groups, officialOnly),
    membershipChanged: (changed) => membershipChanged.add(changed),
    left: (groupId, leaver) => {
      membershipChanged.add(leaver);
      departures.push({ groupId, personId: leaver });
      replaced.add(groupId);
    },
    placesChanged: (groupId) => replaced.add(groupId),
    devicesChanged: (groupId) => {
      regrouped.push(groupId);
      membershipChanged.add(personId);
    },
    sessionsEnded: (sessionIds) => endedSessions.push(...sessionIds),
  };
  const decided = await carryOut(scene, args.command);
  const isElsewhere = isWithheld && decided.status === 'refused' && decided.reason === 'not-found';
  const verdict: Verdict = isElsewhere ? { status: 'refused', reason: 'not-on-private' } : decided;
  for (const groupId of regrouped) await stage.changeHalves(groupId);
  for (const departure of departures) await clearUp(transaction, stage, departure);
  for (const groupId of replaced) {
    for (const handler of placingHandlers) await handler(stage, groupId);
  }
  if (membershipChanged.size > 0) await raiseMembershipVersion(transaction);
  const answer = await toAnswer(transaction, stage, args.command, verdict, subject);
  if (isLogged && (verdict.status !== 'refused' || toRetryRule(verdict.reason) === 'never')) {
    await transaction.run(
      'insert into command_log (mid, person_id, name, hash, answer, at) values (?, ?, ?, ?, ?, ?)',
      args.command.mid,
      personId,
      args.command.name,
      args.hash,
      JSON.stringify(answer),
      now,
    );
  }
  const { changes, meetings, turnouts } = stage;
  return { answer, changes, membershipChanged: [...membershipChanged], endedSessions, meetings, turnouts };
};

const carryOut = <Name extends CommandName>(
  scene: Scene,
  { name, args }: { readonly name: Name; readonly args: CommandArgs<Name> },
): Promise<Verdict> => handlers[name](scene, args);

const clearUp = async (
  transaction: Transaction,
  stage: RecordedStage,
  { groupId, personId }: { readonly groupId: Id; readonly personId: Id },
): Promise<void> => {
  const leaver = await loadActor(transaction, personId);
  const buckets = leaver === undefined ? [] : toReadableBuckets(leaver);
  for (const handler of leavingHandlers) await handler(stage, groupId, personId, buckets);
};

/** The revision is named only if the sender may read the target after the change (D1). */
const toAnswer = async (
  transaction: Transaction,
  stage: RecordedStage,
  sent: Command,
  verdict: Verdict,
  subject: Subject,
): Promise<CommandAnswer> => {
  if (verdict.status !== 'stored') return verdict;
  const target = toTargetId(sent, subject.personId);
  const buckets = await loadReadableBuckets(transaction, subject);
  const isReadable = buckets.length > 0 && (await stage.isPlaced(target, buckets));
  const rev = isReadable ? await stage.revision(target) : undefined;
  return { status: 'stored', ...(rev === undefined ? {} : { rev }) };
};

const refuse = (reason: RefusalKind): CommandJobResult => ({
  answer: { status: 'refused', reason },
  changes: [],
  membershipChanged: [],
});

/** Ballots have a job of their own name, so that statistics and tests of crashes can tell them from the rest. */
export const jobs: JobTable = { command, ballot: command };
