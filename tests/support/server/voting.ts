import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { loadMeeting } from '#server/features/meetings/live/log.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import type { Procedure, VoteRecord } from '#core/votes/vote-record.ts';
import type { RuleWorld } from './rule-world.ts';

/** Teachers beside those of the small school, so that shares of those present mean something. */
export const VOTERS = Array.from({ length: 12 }, (_, index) => `V${String.fromCharCode(65 + index)}`);
export const MORE_STAFF = VOTERS.map((code) => `Stimme${code};Sina;${code};Lehrkraft;"Kollegium"\n`).join('');

/** The names that matter: Kuh leads; all of `VOTERS` are entitled and there; the others are what they are called. */
export const ROLES = { chair: 'Kuh', advisory: 'Jag', dormant: 'Wei', guest: 'Gast', absent: 'Dre' } as const;

/** A sitting with an item called, in which votes can be taken. */
export interface Voting {
  readonly world: RuleWorld;
  readonly conferenceId: Id;
  readonly itemId: Id;
  readonly secretItemId: Id;
  /** Lets somebody give a command of the sitting. */
  give<Name extends CommandName>(
    who: string,
    name: Name,
    args: Omit<CommandArgs<Name>, 'conferenceId'>,
    mid?: Id,
  ): Promise<CommandAnswer>;
  /** Prepares, shows and opens a vote; returns its id. */
  open(
    procedure: Procedure,
    extra?: Partial<CommandArgs<'prepare-vote'>> & { seconds?: number },
  ): Promise<Id>;
  meeting(): Promise<Meeting>;
  record(voteId: Id): Promise<VoteRecord | undefined>;
  count(table: 'turnout' | 'ballot' | 'secrecy_support' | 'open_vote'): Promise<number>;
}

export const createVoting = async (
  world: RuleWorld,
  { ruleSet = 'bw-staff' }: { readonly ruleSet?: string | null } = {},
): Promise<Voting> => {
  const [conferenceId, bodyId, itemId, secretItemId] = [
    world.newId(),
    world.newId(),
    world.newId(),
    world.newId(),
  ];
  const id = (code: string): Id => world.person(code).id;
  const stored = async (answer: Promise<CommandAnswer>): Promise<void> => {
    const given = await answer;
    if (given.status !== 'stored') throw new Error(`not stored: ${JSON.stringify(given)}`);
  };
  const { chair, advisory, dormant, guest, absent } = ROLES;
  await stored(
    world.send(chair, 'create-group', {
      id: bodyId,
      name: 'GLK',
      type: 'body',
      chairId: id(chair),
      ...(ruleSet === null ? {} : { ruleSet }),
    }),
  );
  const add = (code: string, votingStatus: 'entitled' | 'advisory' | 'dormant'): Promise<void> =>
    stored(
      world.send(chair, 'set-member', {
        groupId: bodyId,
        personId: id(code),
        function: 'member',
        votingStatus,
      }),
    );
  for (const code of [...VOTERS, absent]) await add(code, 'entitled');
  await add(advisory, 'advisory');
  await add(dormant, 'dormant');
  await stored(
    world.send(chair, 'plan-conference', {
      id: conferenceId,
      groupId: bodyId,
      title: 'Konferenz im November',
      briefing: false,
      date: '2026-11-25',
      start: '14:00',
      place: 'Aula',
      sitting: 'room',
      checks: [],
      chairId: id(chair),
      guestIds: [id(guest)],
      secondCall: false,
    }),
  );
  for (const [position, item] of [itemId, secretItemId].entries()) {
    await stored(
      world.send(chair, 'add-item', {
        id: item,
        conferenceId,
        position,
        title: `Punkt ${position}`,
        itemKind: 'resolution',
        guestIds: [],
        ...(item === secretItemId ? { circleIds: [id('VA'), id('VB'), id('VC')] } : {}),
      }),
    );
  }
  const give: Voting['give'] = (who, name, args, mid) =>
    world.send(
      who,
      name,
      { conferenceId, ...args } as CommandArgs<typeof name>,
      mid === undefined ? {} : { mid },
    );
  await stored(give(chair, 'open-conference', {}));
  await stored(give(chair, 'all-present-except', { personIds: [id(absent)] }));
  await stored(give(chair, 'call-item', { itemId }));
  return {
    world,
    conferenceId,
    itemId,
    secretItemId,
    give,
    open: async (procedure, { seconds, ...extra } = {}) => {
      const voteId = world.newId();
      const asked = {
        voteId,
        itemId,
        wording: 'Das Handykonzept gilt ab Februar.',
        voteKind: 'yes-no' as const,
        options: [],
        seats: 1,
        procedure,
        ...extra,
      };
      await stored(give(chair, 'prepare-vote', asked));
      await stored(give(chair, 'show-vote', { voteId: asked.voteId }));
      await stored(
        give(chair, 'open-vote', { voteId: asked.voteId, ...(seconds === undefined ? {} : { seconds }) }),
      );
      return asked.voteId;
    },
    meeting: async () => {
      const logged = await loadMeeting(world.store.read, conferenceId);
      if (logged === undefined) throw new Error('the conference does not sit');
      return logged.meeting;
    },
    record: (voteId) => world.read('vote-record', voteId),
    count: async (table) =>
      (await world.store.read.get<{ n: number }>(`select count(*) as n from ${table}`))?.n ?? 0,
  };
};
