import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import type { TestSchool } from './test-school.ts';
import { newId, type WireClient } from './wire-client.ts';

/** A conference over real sockets: its body, its agenda, and who sits in it. */
export interface TestConference {
  readonly id: Id;
  readonly bodyId: Id;
  readonly items: Readonly<Record<'first' | 'second' | 'secret', Id>>;
}

/** The body's chair in these tests; deputy, members and the circle of the restricted item are teachers. */
export const SITTING = { chair: 'Kuh', deputy: 'Dre', circle: 'Jag', member: 'Wei' } as const;

/** Plans a conference for tomorrow with two common items and a restricted one; nobody has opened it yet. */
export const planTestConference = async (
  school: TestSchool,
  chair: WireClient,
  extra: Partial<CommandArgs<'plan-conference'>> = {},
): Promise<TestConference> => {
  const [id, bodyId] = [newId(), newId()];
  const expectStored = async (answer: Promise<{ readonly status: string }>): Promise<void> => {
    const { status } = await answer;
    if (status !== 'stored') throw new Error(`the conference could not be planned: ${status}`);
  };
  const person = (code: string): Id => school.person(code).id;
  const personId = (who: keyof typeof SITTING): Id => person(SITTING[who]);
  await expectStored(
    chair.command('create-group', {
      id: bodyId,
      name: `Konferenz ${bodyId}`,
      type: 'body',
      chairId: personId('chair'),
      ruleSet: 'bw-staff',
    }),
  );
  for (const who of ['deputy', 'circle', 'member'] as const) {
    await expectStored(
      chair.command('set-member', {
        groupId: bodyId,
        personId: personId(who),
        function: who === 'deputy' ? 'deputy' : 'member',
        votingStatus: 'entitled',
      }),
    );
  }
  await expectStored(
    chair.command('plan-conference', {
      id,
      groupId: bodyId,
      title: 'Konferenz im November',
      briefing: false,
      date: '2026-11-25',
      start: '14:00',
      place: 'Aula',
      sitting: 'room',
      checks: [],
      chairId: personId('chair'),
      minuteTakerId: personId('deputy'),
      guestIds: [person('Gast')],
      secondCall: false,
      ...extra,
    }),
  );
  const items = { first: newId(), second: newId(), secret: newId() };
  for (const [position, [name, itemId]] of Object.entries(items).entries()) {
    await expectStored(
      chair.command('add-item', {
        id: itemId,
        conferenceId: id,
        position,
        title: `Punkt ${name}`,
        itemKind: 'discussion',
        guestIds: [],
        ...(name === 'secret' ? { circleIds: [personId('circle')] } : {}),
      }),
    );
  }
  return { id, bodyId, items };
};
