import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { createRuleWorld, type RuleWorld } from './rule-world.ts';

/**
 * A body in the rule world: the head (Kuh) chairs, Dre is deputy, Jag and the parent are members, the office (Hau) stands
 * outside, Wei is invited as a guest. MONDAY is 2026-11-23.
 */
export interface PlanningWorld {
  readonly world: RuleWorld;
  readonly bodyId: Id;
  id(shortCode: string): Id;
  /** Plans a conference for 9 December and returns its id. */
  plan(extra?: Partial<CommandArgs<'plan-conference'>>, by?: string): Promise<Id>;
  addItem(conferenceId: Id, extra?: Partial<CommandArgs<'add-item'>>, by?: string): Promise<Id>;
  submit(conferenceId: Id, by?: string, extra?: Partial<CommandArgs<'submit-motion'>>): Promise<Id>;
  invite(conferenceId: Id, by?: string): Promise<Id>;
  /** The short codes of those who are placed as readers of a document, the body spelled out. */
  readers(id: Id): Promise<readonly string[]>;
}

const PLACES = { Kuh: 'chair', Dre: 'deputy', Jag: 'member', Eltern: 'member' } as const;
const EVERYBODY = ['Dre', 'Eltern', 'Gast', 'Hau', 'Jag', 'Kuh', 'Wei'];

export const createPlanningWorld = async (): Promise<PlanningWorld> => {
  const world = await createRuleWorld();
  const id = (shortCode: string): Id => world.person(shortCode).id;
  const must = async (sent: Promise<{ status: string }>): Promise<void> => {
    const answer = await sent;
    if (answer.status !== 'stored') throw new Error(`answered ${JSON.stringify(answer)}`);
  };
  const bodyId = world.newId();
  await must(
    world.send('Kuh', 'create-group', { id: bodyId, name: 'Konferenz', type: 'body', chairId: id('Kuh') }),
  );
  for (const [code, place] of Object.entries(PLACES)) {
    if (place === 'chair') continue;
    await must(
      world.send('Kuh', 'set-member', {
        groupId: bodyId,
        personId: id(code),
        function: place,
        votingStatus: 'entitled',
      }),
    );
  }
  return {
    world,
    bodyId,
    id,
    plan: async (extra = {}, by = 'Kuh') => {
      const made = world.newId();
      await must(
        world.send(by, 'plan-conference', { ...plannedFor(made, id('Kuh')), groupId: bodyId, ...extra }),
      );
      return made;
    },
    addItem: async (conferenceId, extra = {}, by = 'Kuh') => {
      const made = world.newId();
      await must(world.send(by, 'add-item', { ...itemOf(made), conferenceId, position: 0, ...extra }));
      return made;
    },
    submit: async (conferenceId, by = 'Jag', extra = {}) => {
      const made = world.newId();
      await must(
        world.send(by, 'submit-motion', {
          id: made,
          conferenceId,
          title: 'Bänke im Hof',
          wording: 'Im Hof stehen künftig Bänke.',
          ...extra,
        }),
      );
      return made;
    },
    invite: async (conferenceId, by = 'Kuh') => {
      const announcementId = world.newId();
      await must(world.send(by, 'invite', { conferenceId, announcementId }));
      return announcementId;
    },
    readers: async (document) => {
      const buckets = new Set(await world.buckets(document));
      const body = await world.read('group', bodyId);
      const inBody = new Set(body?.members.map(({ person }) => person.id));
      return EVERYBODY.filter(
        (code) =>
          buckets.has(`person:${id(code)}`) || (buckets.has(`group:${bodyId}`) && inBody.has(id(code))),
      );
    },
  };
};

export const plannedFor = (id: Id, chairId: Id, date = '2026-12-09') => ({
  id,
  title: 'Konferenz im Advent',
  briefing: false,
  date,
  start: '14:00',
  end: '16:00',
  place: 'Aula',
  sitting: 'room' as const,
  checks: [],
  chairId,
  guestIds: [] as Id[],
  secondCall: false,
});

export const itemOf = (id: Id, title = 'Haushalt') => ({
  id,
  title,
  itemKind: 'discussion' as const,
  guestIds: [] as Id[],
});
