import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import type { voteCommands } from '#core/votes/commands.ts';
import type { Procedure } from '#core/votes/vote-record.ts';
import { newId } from '../server/wire-client.ts';
import { chairOnly, sit } from './sittings.ts';
import type { Attempt, Attempts, Holders, RightsWorld, Table } from './world.ts';

type VoteName = (typeof voteCommands)[number]['name'];

/** The record of a vote of the body that the office chairs. */
export const voteHolders: Holders<'vote-record'> = { 'vote-record': ['author', 'member', 'chair'] };

interface Place {
  readonly conferenceId: Id;
  readonly voteId: Id;
}

/** How far a vote is when the attempt is made. */
type Stage = 'none' | 'prepared' | 'shown' | 'running' | 'decided';

const ask = (itemId: Id, place: Place, procedure: Procedure): CommandArgs<'prepare-vote'> => ({
  ...place,
  itemId,
  wording: 'Das Handykonzept gilt ab Februar.',
  voteKind: 'yes-no',
  options: [],
  seats: 1,
  procedure,
});

const bring = async (
  world: RightsWorld,
  stage: Stage,
  procedure: Procedure = 'open',
): Promise<Place & { readonly itemId: Id }> => {
  const { conferenceId, itemId } = await sit(world);
  const place = { conferenceId, voteId: newId() };
  const { chair } = world.clients;
  const steps = [
    () => chair.command('prepare-vote', ask(itemId, place, procedure)),
    () => chair.command('show-vote', place),
    () => chair.command('open-vote', place),
    () => chair.command('enter-count', { ...place, counts: { yes: 3, no: 0, abstain: 0, invalid: 0 } }),
  ];
  const reached = ['none', 'prepared', 'shown', 'running', 'decided'].indexOf(stage);
  for (const step of steps.slice(0, reached)) await step();
  return { ...place, itemId };
};

const names = ['conferenceId'] as const;

/** A command of the chair to a vote that stands there. */
const byChair = <Name extends VoteName>(
  stage: Stage,
  toArgs: (place: Place, world: RightsWorld) => CommandArgs<Name>,
  { procedure = 'open', expected = chairOnly }: { procedure?: Procedure; expected?: Table } = {},
): Attempt<Name> => ({
  expected,
  prepare: async (world) => {
    const { conferenceId, voteId } = await bring(world, stage, procedure);
    return toArgs({ conferenceId, voteId }, world);
  },
  names,
});

const alone = (place: Place): Place => place;
/** Who is entitled and there; the head is a guest. */
const voters: Table = { ...chairOnly, author: 'stored', member: 'stored' };

/** What the table of documents is read from. */
export const prepareVotes = async (world: RightsWorld): Promise<void> => {
  await bring(world, 'decided', 'show-of-hands');
};

export const voteAttempts: Attempts<VoteName> = {
  'prepare-vote': {
    expected: chairOnly,
    prepare: async (world) => {
      const { itemId, ...place } = await bring(world, 'none');
      return ask(itemId, place, 'open');
    },
    names,
  },
  'show-vote': byChair('prepared', alone),
  'open-vote': byChair('shown', alone),
  'drop-vote': byChair('shown', alone),
  'cast-ballot': byChair('running', (place) => ({ ...place, choice: 'yes' }), { expected: voters }),
  'support-secrecy': byChair('running', (place) => ({ ...place, supports: true }), { expected: voters }),
  'close-vote': byChair('running', alone),
  'stop-vote': byChair('running', alone),
  'enter-count': byChair(
    'running',
    (place) => ({ ...place, counts: { yes: 2, no: 1, abstain: 0, invalid: 0 } }),
    {
      procedure: 'show-of-hands',
    },
  ),
  'tick-voters': byChair(
    'running',
    (place, world) => ({ ...place, personIds: [world.id('member')], ticked: true }),
    {
      procedure: 'paper',
    },
  ),
  'enter-paper': byChair(
    'running',
    (place, world) => ({
      ...place,
      counts: { yes: 0, no: 0, abstain: 0, invalid: 0 },
      tellerIds: [world.id('member'), world.id('author')],
    }),
    { procedure: 'paper' },
  ),
  // Nothing to settle: in Baden-Württemberg a tie is a rejection.
  'settle-tie': byChair('decided', (place) => ({ ...place, chairVote: 'yes' }), {
    procedure: 'show-of-hands',
    expected: { ...chairOnly, chair: 'phase-passed' },
  }),
  'annul-vote': byChair('decided', (place) => ({ ...place, reason: 'Falsch gezählt' }), {
    procedure: 'show-of-hands',
  }),
};
