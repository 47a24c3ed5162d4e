import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import type { LocalDate } from '../kernel/calendar/local-date.ts';
import type { Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import { MOTIONS_MAX } from './agenda.ts';
import { buildMotion } from './build.ts';
import type { settleMotion, submitMotion } from './commands.ts';
import type { Conference, Motion } from './conference.ts';
import { isAhead } from './planning-rules.ts';
import { mayLead, maySubmitMotion } from './policy.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;
type Outcome = Result<Motion, RefusalKind>;

/** The motion that `submit-motion` hands in: until the last day for motions, else until the conference sits. */
export const submit = (
  args: Args<typeof submitMotion>,
  conference: Conference,
  author: PersonName,
  context: {
    readonly actor: Actor;
    readonly now: Instant;
    readonly today: LocalDate;
    /** Motions of this conference there are already. */
    readonly count: number;
  },
): Outcome => {
  if (!maySubmitMotion(context.actor, conference.body.id)) return refuse('forbidden');
  if (!isAhead(conference)) return refuse('conference-passed');
  // A briefing decides nothing (§ 1 (2) KonfO).
  if (conference.briefing) return refuse('invalid');
  if (context.today > (conference.motionsUntil ?? conference.date)) return refuse('too-late');
  if (context.count >= MOTIONS_MAX) return refuse('full');
  return accept(buildMotion(args, conference, author, context.now));
};

/** The motion its author has taken back. */
export const withdrawMotion = (motion: Motion, actor: Actor): Outcome => {
  if (motion.author.id !== actor.personId) return refuse('forbidden');
  if (motion.state === 'withdrawn') return accept(motion);
  return motion.state === 'submitted' || motion.state === 'returned'
    ? accept({ ...motion, state: 'withdrawn' })
    : refuse('motion-settled');
};

/** The motion the chair has merged into another one of the same conference, or returned. */
export const settle = (
  motion: Motion,
  { settlement }: Args<typeof settleMotion>,
  conference: Conference,
  context: { readonly actor: Actor; readonly into: Motion | undefined },
): Outcome => {
  if (!mayLead(context.actor, conference)) return refuse('forbidden');
  if (!isAhead(conference) && conference.state !== 'open') return refuse('conference-passed');
  if (motion.state !== 'submitted') return refuse('motion-settled');
  if (settlement.kind === 'return') return accept({ ...motion, state: 'returned' });
  const { into } = context;
  if (into === undefined) return refuse('not-found');
  const isTarget = into.conferenceId === motion.conferenceId && into.id !== motion.id;
  if (!isTarget) return refuse('invalid');
  if (into.state !== 'submitted' && into.state !== 'on-agenda') return refuse('motion-settled');
  return accept({ ...motion, state: 'merged', mergedInto: into.id });
};

/** The motion on the agenda. */
export const putOnAgenda = (motion: Motion, conference: Conference, itemId: Id): Outcome => {
  if (motion.conferenceId !== conference.id) return refuse('invalid');
  return motion.state === 'submitted'
    ? accept({ ...motion, state: 'on-agenda', itemId })
    : refuse('motion-settled');
};

/** The motion whose item was taken off the agenda: the chair decides anew. */
export const takeOffAgenda = (motion: Motion): Motion => {
  const { itemId: _itemId, ...rest } = motion;
  return { ...rest, state: 'submitted' };
};
