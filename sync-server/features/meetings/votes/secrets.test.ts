import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Choice } from '#core/votes/vote-record.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { createVoting, MORE_STAFF, ROLES, VOTERS, type Voting } from '#tests/support/server/voting.ts';
import { CHOICE_BYTES, toChoice, toChoiceBytes } from './choice-bytes.ts';
import { open, seal } from './seal.ts';

let folder: string;
let keyFolder: string;
let world: RuleWorld;
let voting: Voting;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'umlauf-votes-'));
  keyFolder = path.join(folder, 'vote-keys');
  world = await createRuleWorld({ path: path.join(folder, 'umlauf.db'), keyFolder, moreStaff: MORE_STAFF });
  voting = await createVoting(world);
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const keys = (): readonly string[] => (existsSync(keyFolder) ? readdirSync(keyFolder) : []);
const cast = (who: string, voteId: Id, choice: Choice) => voting.give(who, 'cast-ballot', { voteId, choice });
const close = (voteId: Id) => voting.give(ROLES.chair, 'close-vote', { voteId });
const review = () => world.store.write('review-votes', { now: world.clock.value });
const CHOICES: readonly Choice[] = ['yes', 'no', 'yes', 'abstain', 'no', 'yes'];
const castAll = async (voteId: Id): Promise<void> => {
  for (const [index, choice] of CHOICES.entries()) await cast(VOTERS[index] ?? '', voteId, choice);
};

describe('the key of a vote without names', () => {
  it('[VOTE12] lies in a file for the server alone while the vote runs, and is destroyed with its result', async () => {
    const voteId = await voting.open('without-names');
    expect(keys()).toEqual([voteId]);
    const file = path.join(keyFolder, voteId);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(keyFolder).mode & 0o777).toBe(0o700);
    await castAll(voteId);
    await close(voteId);
    expect((await voting.record(voteId))?.counts).toMatchObject({ yes: 3, no: 2, abstain: 1 });
    expect(keys()).toEqual([]);
  });

  it.each(['stop-vote', 'close-conference'] as const)('[VOTE12] is destroyed by %s as well', async (name) => {
    const voteId = await voting.open('without-names');
    await castAll(voteId);
    await voting.give(ROLES.chair, name, { voteId });
    expect(keys()).toEqual([]);
  });

  it('[VOTE12] is made for no other procedure', async () => {
    await voting.open('open');
    expect(keys()).toEqual([]);
  });

  it('[VOTE12] lost or readable for others makes the vote void, and the record says so', async () => {
    const lost = await voting.open('without-names');
    await castAll(lost);
    rmSync(path.join(keyFolder, lost));
    expect(await cast('VJ', lost, 'yes')).toMatchObject({ reason: 'not-open' });
    expect(await close(lost)).toMatchObject({ status: 'stored' });
    expect(await voting.record(lost)).toMatchObject({ state: 'stopped', stopped: 'key-lost' });
    const exposed = await voting.open('without-names', { repeatOf: lost });
    await castAll(exposed);
    chmodSync(path.join(keyFolder, exposed), 0o644);
    await close(exposed);
    expect(await voting.record(exposed)).toMatchObject({ state: 'stopped', stopped: 'key-lost' });
    expect((await voting.record(exposed))?.counts).toBeUndefined();
  });

  it('[VOTE12] a server that starts without it says so at once; keys of votes that are over are destroyed', async () => {
    const voteId = await voting.open('without-names');
    await review();
    expect((await voting.meeting()).vote).toMatchObject({ phase: 'running' });
    rmSync(path.join(keyFolder, voteId));
    await review();
    expect(await voting.record(voteId)).toMatchObject({ stopped: 'key-lost' });
    const next = await voting.open('without-names');
    const kept = readFileSync(path.join(keyFolder, next));
    await close(next);
    writeFileSync(path.join(keyFolder, next), kept, { mode: 0o600 });
    await review();
    expect(keys()).toEqual([]);
  });

  it('[VOTE12] a vote that ran when a backup was made is void in the restored school', async () => {
    const voteId = await voting.open('without-names');
    await castAll(voteId);
    const now = world.clock.value;
    await world.store.write('after-restore', { madeAt: now, now, deletions: [] });
    expect(await voting.record(voteId)).toMatchObject({ state: 'stopped', stopped: 'restored' });
    expect(await cast('VJ', voteId, 'yes')).toMatchObject({ reason: 'not-open' });
    expect(await voting.count('ballot')).toBe(0);
  });
});

describe('the bytes that are left', () => {
  const scan = (): Buffer =>
    Buffer.concat(
      readdirSync(folder)
        .filter((name) => name.startsWith('umlauf.db'))
        .map((name) => readFileSync(path.join(folder, name))),
    );

  /** Ballots that no other bytes are like. */
  const MARKED: readonly (readonly number[])[] = [
    [1, 4, 9, 17, 33, 50, 77, 98],
    [2, 3, 11, 29, 41, 60, 81, 95],
    [0, 13, 26, 39, 52, 65, 78, 91],
  ];
  const elect = async (procedure: 'open' | 'without-names'): Promise<Id> => {
    const options = Array.from({ length: 100 }, (_, index) => `Kandidatur ${index}`);
    const voteId = await voting.open(procedure, { voteKind: 'election', options, seats: 8 });
    for (const [index, choice] of MARKED.entries()) await cast(VOTERS[index] ?? '', voteId, [...choice]);
    return voteId;
  };
  const holdsBallots = (bytes: Buffer): boolean =>
    MARKED.some((choice) => bytes.includes(Buffer.from(toChoiceBytes([...choice]))));

  it('[VOTE12] of store and log hold no ballot, no key and no row that joins a person to one', async () => {
    const voteId = await elect('without-names');
    const key = readFileSync(path.join(keyFolder, voteId));
    const rows = await world.store.read.all<{ id: Id; body: Uint8Array }>('select id, body from ballot');
    const voters = new Set(VOTERS.map((code) => world.person(code).id));
    expect(rows).toHaveLength(MARKED.length);
    for (const { id, body } of rows) {
      expect(voters.has(id)).toBe(false);
      expect(body.length).toBe(rows[0]?.body.length);
    }
    const running = scan();
    await close(voteId);
    const closed = scan();
    // The same scan finds ballots where names are kept, or it would show nothing.
    await elect('open');
    expect(holdsBallots(scan())).toBe(true);
    for (const bytes of [running, closed]) {
      expect(bytes.includes(key)).toBe(false);
      expect(holdsBallots(bytes)).toBe(false);
      expect(bytes.includes('"choice"')).toBe(false);
    }
  });

  it('[VOTE11] of a demand for secrecy name nobody', async () => {
    const voteId = await voting.open('open');
    await voting.give('VA', 'support-secrecy', { voteId, supports: true });
    const [mark] = await world.store.read.all<{ mark: string }>('select mark from secrecy_support');
    expect(keys()).toEqual([`${voteId}-demand`]);
    await close(voteId);
    expect(keys()).toEqual([]);
    expect(mark?.mark).toHaveLength(43);
  });
});

describe('a ballot as bytes', () => {
  const place = {
    voteId: createId({ bytes: (n) => new Uint8Array(n) }),
    ballotId: createId({ bytes: (n) => new Uint8Array(n).fill(7) }),
  };

  it.each<Choice>(['yes', 'no', 'abstain', [0], [99], [3, 7, 98]])('is the choice again: %j', (choice) => {
    const bytes = toChoiceBytes(choice);
    expect(bytes).toHaveLength(CHOICE_BYTES);
    expect(toChoice(bytes)).toEqual(choice);
  });

  it('opens with its key at its place alone', () => {
    const key = new Uint8Array(32).fill(1);
    const sealed = seal(key, toChoiceBytes('yes'), place);
    expect(toChoice(open(key, sealed, place) ?? new Uint8Array())).toBe('yes');
    expect(open(new Uint8Array(32), sealed, place)).toBeUndefined();
    expect(open(key, sealed, { ...place, ballotId: place.voteId })).toBeUndefined();
    expect(open(key, sealed, { ...place, voteId: place.ballotId })).toBeUndefined();
    expect(
      open(
        key,
        sealed.map((byte, index) => (index === 3 ? byte ^ 1 : byte)),
        place,
      ),
    ).toBeUndefined();
    expect(open(key, new Uint8Array(4), place)).toBeUndefined();
    expect(toChoice(new Uint8Array(CHOICE_BYTES).fill(9))).toBeUndefined();
  });
});
