import { toReadableBuckets } from '#core/access/bucket.ts';
import { toRetryRule, type RefusalKind } from '#core/access/refusal.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { toTargetId, type Command, type CommandArgs, type CommandName } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { findSession } from '#server/auth/sessions.ts';
import type { Scene, Verdict } from '#server/features/contract.ts';
import type { Change } from '#server/feed/numbering.ts';
import { mayReferTo } from '#server/files/references.ts';
import type { Job, JobTable, Transaction } from '#server/storage/contract/storage.ts';
import { loadActor } from './actor.ts';
import { raiseMembershipVersion } from './membership-version.ts';
import { handlers, leavingHandlers } from './registry.ts';
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
  if (args.sessionId !== null) {
    const session = await findSession(transaction, args.sessionId, now);
    if (session?.personId !== personId) return refuse('unauthenticated');
  }
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

  const membershipChanged = new Set<Id>();
  const departures: { readonly groupId: Id; readonly personId: Id }[] = [];
  const { id, shortCode, firstName, lastName } = person;
  const scene: Scene = {
    ...stage,
    actor,
    me: { id, shortCode, firstName, lastName },
    baseRev: args.command.baseRev,
    isReadable: (documentId) => stage.isPlaced(documentId, toReadableBuckets(actor)),
    mayReferTo: (files) => mayReferTo(transaction, files, { id, buckets: toReadableBuckets(actor) }),
    membershipChanged: (changed) => membershipChanged.add(changed),
    left: (groupId, leaver) => {
      membershipChanged.add(leaver);
      departures.push({ groupId, personId: leaver });
    },
  };
  const verdict = await carryOut(scene, args.command);
  for (const departure of departures) await clearUp(transaction, stage, departure);
  if (membershipChanged.size > 0) await raiseMembershipVersion(transaction);
  const answer = await toAnswer(transaction, stage, args.command, verdict, personId);
  if (verdict.status !== 'refused' || toRetryRule(verdict.reason) === 'never') {
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
  return { answer, changes: stage.changes, membershipChanged: [...membershipChanged] };
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
  personId: Id,
): Promise<CommandAnswer> => {
  if (verdict.status !== 'stored') return verdict;
  const after = await loadActor(transaction, personId);
  const target = toTargetId(sent, personId);
  const isReadable = after !== undefined && (await stage.isPlaced(target, toReadableBuckets(after)));
  const rev = isReadable ? await stage.revision(target) : undefined;
  return { status: 'stored', ...(rev === undefined ? {} : { rev }) };
};

const refuse = (reason: RefusalKind): CommandJobResult => ({
  answer: { status: 'refused', reason },
  changes: [],
  membershipChanged: [],
});

export const jobs: JobTable = { command };
