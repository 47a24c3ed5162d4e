import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTotalsId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { commandDefinitions } from '#core/protocol/command-schema.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import { documentSchema, type DocumentKind } from '#core/protocol/documents.ts';
import { adminAttempts, adminHolders } from '#tests/support/rights/admin.ts';
import { deviceAttempts, deviceHolders, freshDevice } from '#tests/support/rights/devices.ts';
import { meetingAttempts, meetingHolders, prepareMeetings } from '#tests/support/rights/meetings.ts';
import { prepareSittings, sittingAttempts, sittingHolders } from '#tests/support/rights/sittings.ts';
import { prepareVotes, voteAttempts, voteHolders } from '#tests/support/rights/votes.ts';
import { slipAttempts, slipHolders } from '#tests/support/rights/slips.ts';
import { announcementAttempts, announcementHolders } from '#tests/support/rights/announcements.ts';
import { directoryAttempts, directoryHolders } from '#tests/support/rights/directory.ts';
import { groupAttempts, groupHolders } from '#tests/support/rights/groups.ts';
import { freshResolution, resolutionAttempts, resolutionHolders } from '#tests/support/rights/resolutions.ts';
import {
  everybody,
  startRightsWorld,
  type Attempts,
  type Holders,
  type RightsWorld,
  type Verdict,
  type Who,
} from '#tests/support/rights/world.ts';
import { newId } from '#tests/support/server/wire-client.ts';

/**
 * Every kind of person × every command × every kind of document, over the wire. The rows of each feature stand in
 * `tests/support/rights`; a command or a kind without one does not compile.
 */
const attempts: Attempts<CommandName> = {
  ...announcementAttempts,
  ...groupAttempts,
  ...directoryAttempts,
  ...adminAttempts,
  ...deviceAttempts,
  ...slipAttempts,
  ...meetingAttempts,
  ...sittingAttempts,
  ...resolutionAttempts,
  ...voteAttempts,
};
const holders: Holders<DocumentKind> = {
  ...directoryHolders,
  ...groupHolders,
  ...announcementHolders,
  ...adminHolders,
  ...deviceHolders,
  ...slipHolders,
  ...meetingHolders,
  ...resolutionHolders,
  ...sittingHolders,
  ...voteHolders,
};

let world: RightsWorld;
const mine = new Map<Who, ReadonlyMap<string, DocumentKind>>();
let announcementId: Id;
let signUpId: Id;

beforeAll(async () => {
  world = await startRightsWorld();
  announcementId = await world.freshAnnouncement();
  signUpId = await world.freshAnnouncement('sign-up');
  await world.clients.member.command('ask-sender', {
    announcementId,
    askerId: world.id('member'),
    text: 'Frage',
  });
  await freshDevice(world, 'outsider');
  await prepareMeetings(world);
  await freshResolution(world);
  await prepareSittings(world);
  await prepareVotes(world);
  for (const who of everybody) {
    const { documents } = await world.clients[who].pullAll();
    const parsed = documents.map((document) => documentSchema.parse(document));
    mine.set(who, new Map(parsed.map(({ id, kind }) => [id, kind])));
  }
}, 60_000);
afterAll(() => world.school.close());

describe('[REP1] what each kind of person is sent', () => {
  const whoHolds = (matches: (id: string, kind: DocumentKind) => boolean): readonly Who[] =>
    everybody.filter((who) => [...(mine.get(who) ?? [])].some(([document, kind]) => matches(document, kind)));

  it.each(Object.entries(holders))('%s: %j', (kind, who) => {
    expect(whoHolds((_id, found) => found === kind)).toEqual(who);
  });

  it('the directory is the staff’s; others are sent themselves and their groups', () => {
    const count = (who: Who, kind: DocumentKind) =>
      [...(mine.get(who)?.values() ?? [])].filter((found) => found === kind).length;
    for (const who of everybody) {
      const isStaff = who !== 'parent' && who !== 'guest';
      expect([who, count(who, 'person'), count(who, 'group')]).toEqual([
        who,
        isStaff ? everybody.length : 1,
        isStaff ? 5 : 1,
      ]);
    }
  });

  it('each receipt is its person’s alone, and answers are the author’s alone unless it is a sign-up list', () => {
    expect(whoHolds((document) => document === toTotalsId(announcementId))).toEqual(['author']);
    expect(whoHolds((document) => document === toTotalsId(signUpId))).toEqual(['author', 'member', 'chair']);
    const receipts = everybody.flatMap((who) =>
      [...(mine.get(who) ?? [])].filter(([, kind]) => kind === 'receipt').map(([document]) => document),
    );
    expect(new Set(receipts).size).toBe(receipts.length);
  });
});

const names = commandDefinitions.map(({ name }) => name);
const NAMES_WHAT_EXISTS = ['id', 'announcementId', 'groupId'] as const;

describe('[CMD3] what each kind of person may do', () => {
  it.each(
    names.flatMap((name) => everybody.map((who) => [name, who, attempts[name].expected[who]] as const)),
  )('%s by %s: %s', async (name, who, expected) => {
    await send(name, who, expected);
  });

  it.each(names)('[CMD5] %s with the arguments of another command is invalid for everybody', async (name) => {
    for (const who of everybody) {
      const args = { id: 7, body: { type: 'doc', content: [{ type: 'image' }] } };
      expect(await world.clients[who].submit({ mid: newId(), name, args })).toEqual({
        status: 'refused',
        reason: 'invalid',
      });
    }
  });

  it.each(names.filter((name) => attempts[name].names?.length !== 0))(
    '%s on what does not exist is refused for everybody',
    async (name) => {
      const keys = (attempts[name].names ?? NAMES_WHAT_EXISTS).join('|');
      for (const who of everybody) {
        const args = JSON.parse(
          JSON.stringify(await attempts[name].prepare(world, who)).replace(
            new RegExp(`"(${keys})":"[a-z2-7]{26}"`, 'u'),
            `"$1":"${newId()}"`,
          ),
        ) as CommandArgs<typeof name>;
        expect(await world.clients[who].command(name, args, { baseRev: 1 })).toEqual({
          status: 'refused',
          reason: 'not-found',
        });
        passRateLimit();
      }
    },
  );
});

it('[CMD1] an answer is a status, a revision or a reason, and never a document', () => {
  const answers = everybody.flatMap((who) =>
    world.clients[who].received.flatMap((message) => (message.op === 'answer' ? [message.answer] : [])),
  );
  expect(answers.length).toBeGreaterThan(100);
  for (const answer of answers) {
    expect(['stored', 'conflict', 'refused']).toContain(answer.status);
    expect(Object.keys(answer).filter((key) => !['status', 'rev', 'reason'].includes(key))).toEqual([]);
  }
});

const send = async <Name extends CommandName>(name: Name, who: Who, expected: Verdict): Promise<void> => {
  const attempt = attempts[name];
  const args = await attempt.prepare(world, who);
  const { baseRev } = attempt;
  const rev = typeof baseRev === 'function' ? await baseRev(world) : baseRev;
  const answer = await world.clients[who].command(name, args, rev === undefined ? {} : { baseRev: rev });
  expect(answer.status === 'refused' ? answer.reason : answer.status).toBe(expected);
  passRateLimit();
};

/** The rate limit is not what is tested here. */
const passRateLimit = (): void => {
  world.school.clock.value += 1_000;
};
