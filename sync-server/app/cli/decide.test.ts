import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'umlauf-decide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL('./decide.ts', import.meta.url));
let files = 0;
const decide = (content: unknown) => {
  const file = path.join(folder, `${files++}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, file], { encoding: 'utf8' });
  return { status, said: stdout === '' ? undefined : (JSON.parse(stdout) as unknown), stderr };
};

const vote = {
  ruleSet: 'bw',
  entitled: 78,
  present: 72,
  kind: 'yes-no',
  seats: 1,
  counts: { yes: 28, no: 9, abstain: 4, invalid: 0 },
  chairVote: null,
  secondCall: false,
};

describe('checking a result on the command line', () => {
  it('prints what was decided, with base, needed votes and citation', () => {
    expect(decide(vote)).toMatchObject({
      status: 0,
      said: {
        quorate: true,
        outcome: 'accepted',
        base: 37,
        needed: 19,
        elected: [],
        runOff: [],
        citation: '§ 13 Abs. 3 KonfO',
        verified: true,
      },
    });
  });

  it('takes a rule set written by hand', () => {
    const rule = (value: unknown) => ({ verified: false, value, citation: null });
    const ruleSet = {
      quorum: rule({
        fraction: { numerator: 1, denominator: 3 },
        strict: false,
        base: 'entitled',
        allInvited: false,
        secondCall: 'same',
      }),
      majority: rule({ base: 'present', threshold: 'two-thirds' }),
      abstention: rule('allowed'),
      tie: rule('chair-decides'),
    };
    expect(decide({ ...vote, ruleSet })).toMatchObject({
      status: 0,
      said: { outcome: 'rejected', base: 72, needed: 48, verified: false },
    });
  });

  it.each([
    ['{', 'Die Datei enthält kein gültiges JSON.'],
    ['[]', 'Die Datei muss genau eine Abstimmung enthalten.'],
    [{ ...vote, ruleSet: 'xy' }, 'Ein Regelwerk „xy“ gibt es nicht.'],
    [
      { ...vote, ruleSet: 'bw-school' },
      'In diesem Regelwerk ist die Beschlussfähigkeit noch nicht festgelegt.',
    ],
    [{ ...vote, ruleSet: {} }, /^Das Regelwerk ist unvollständig oder falsch/u],
    [{ ...vote, present: 79 }, 'Es können nicht mehr Personen anwesend als stimmberechtigt sein.'],
    [{ ...vote, present: 40 }, 'Es können nicht mehr Stimmen abgegeben sein, als die Anwesenden haben.'],
    [{ ...vote, counts: { yes: 1.5, no: 1 } }, /counts\.yes/u],
    [{ ...vote, counts: { yes: -1, no: 1 } }, /counts\.yes/u],
    [{ ...vote, kind: 'acclamation' }, /^Die Angaben zur Abstimmung stimmen nicht/u],
  ])('says in one sentence why %j decides nothing', (content, sentence) => {
    const { status, said, stderr } = decide(content);
    expect([status, said]).toEqual([2, undefined]);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that a file is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, path.join(folder, 'fehlt.json')], {
      encoding: 'utf8',
    });
    expect([status, stderr.includes('lässt sich nicht lesen')]).toEqual([2, true]);
  });
});
