import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toThreadId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
let announcementId: Id;
beforeEach(async () => {
  world = await createRuleWorld();
  announcementId = await world.announce('Dre', ['Fachschaft Deutsch']);
});
afterEach(() => world.close());

const ask = (code: string, asker: string, text: string) =>
  world.send(code, 'ask-sender', { announcementId, askerId: world.person(asker).id, text });
const thread = () => world.read('thread', toThreadId(announcementId, world.person('Jag').id));

describe('a question to the sender', () => {
  it('[ANN6] is a thread of the two persons alone', async () => {
    await ask('Jag', 'Jag', 'Gilt das auch für 5a?');
    await ask('Dre', 'Jag', 'Ja.');
    expect((await thread())?.messages.map(({ text }) => text)).toEqual(['Gilt das auch für 5a?', 'Ja.']);
    expect(await world.buckets(toThreadId(announcementId, world.person('Jag').id))).toEqual(
      [`person:${world.person('Dre').id}`, `person:${world.person('Jag').id}`].sort(),
    );
  });

  it('[ANN6] is closed to everybody else, also to the leadership', async () => {
    await ask('Jag', 'Jag', 'Frage');
    expect(await ask('Kuh', 'Jag', 'Ich lese mit')).toMatchObject({ reason: 'not-found' });
    expect(await ask('Kuh', 'Kuh', 'Ich frage')).toMatchObject({ reason: 'not-found' });
    expect((await thread())?.messages).toHaveLength(1);
  });

  it('is not begun by the author', async () => {
    expect(await ask('Dre', 'Jag', 'Warum fragen Sie nicht?')).toMatchObject({ reason: 'not-found' });
    expect(await ask('Dre', 'Dre', 'Selbstgespräch')).toMatchObject({ reason: 'forbidden' });
  });

  it('goes on for who has left the group, but no new one begins', async () => {
    await ask('Jag', 'Jag', 'Frage');
    await world.send('Kuh', 'remove-member', {
      groupId: world.group('Fachschaft Deutsch').id,
      personId: world.person('Jag').id,
    });
    expect(await ask('Jag', 'Jag', 'Danke')).toMatchObject({ status: 'stored' });
    expect(await ask('Wei', 'Wei', 'Und ich?')).toMatchObject({ reason: 'not-found' });
  });
});
