import { expect, it } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { client, get, reasonOf, school, toContent, upload } from '#tests/support/server/file-school.ts';
import { itemOf, plannedFor } from '#tests/support/server/planned-conference.ts';
import { newId } from '#tests/support/server/wire-client.ts';

/** A body of the head (Kuh), Dre and Jag; a conference with a restricted item for Dre that carries a paper. */
const planRestricted = async (): Promise<{ readonly itemId: Id; readonly paperId: Id }> => {
  const groupId = newId();
  const chairId = school.person('Kuh').id;
  const head = client('Kuh');
  await head.command('create-group', { id: groupId, name: `Gremium ${groupId}`, type: 'body', chairId });
  for (const code of ['Dre', 'Jag']) {
    const personId = school.person(code).id;
    await head.command('set-member', { groupId, personId, function: 'member', votingStatus: 'entitled' });
  }
  const conferenceId = newId();
  const itemId = newId();
  const paper = await upload('Kuh', toContent(500));
  await head.command('plan-conference', { ...plannedFor(conferenceId, chairId), groupId });
  await head.command('add-item', { ...itemOf(newId()), conferenceId, position: 0 });
  const announcementId = newId();
  await head.command('invite', { conferenceId, announcementId });
  await head.command('add-item', {
    ...itemOf(itemId, 'Personalsache Zwackelmann'),
    conferenceId,
    position: 1,
    papers: [paper],
    circleIds: [school.person('Dre').id],
  });
  return { itemId, paperId: paper.id };
};

it('[MEET4] a restricted item and its paper do not exist for the rest of the body, pulled or live', async () => {
  const [inside, outside] = [client('Dre'), client('Jag')];
  await Promise.all([inside, outside].map(async (reader) => reader.pullAll()));
  await Promise.all([inside.live(), outside.live()]);
  const { itemId, paperId } = await planRestricted();
  await inside.next('change', (change) => JSON.stringify(change).includes(itemId));
  // What was committed before is told before the answer to this.
  await outside.live();

  const heard = JSON.stringify(outside.received);
  expect(heard).toContain('Einladung: Konferenz im Advent');
  expect(heard).not.toContain('Zwackelmann');
  expect(heard).not.toContain(itemId);
  expect(heard).not.toContain(paperId);

  const { documents } = await outside.pullAll();
  expect(documents.some(({ id }) => id === itemId)).toBe(false);
  expect((await inside.pullAll()).documents.some(({ id }) => id === itemId)).toBe(true);

  expect((await get('Dre', paperId)).status).toBe(200);
  expect(await reasonOf(await get('Jag', paperId))).toEqual([404, 'not-found']);
});
