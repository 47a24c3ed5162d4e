import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { countSchema, findImpossible, type Impossible } from '#core/votes/count.ts';
import { decide, type DecidingRules, type OpenRule } from '#core/votes/decide.ts';
import { decidingRulesSchema } from '#core/votes/deciding-rules.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';

/** `npm run --silent decide -- FILE`: a result by a rule set, for anybody to check (docs/regelwerke.md). 0 decided, 2 not. */

/** A count is a few lines. */
const FILE_BYTES = 1_000_000;
/** What a Land is called for short stands for its conference of all teachers. */
const SHORT: Readonly<Record<string, string>> = { bw: 'bw-staff' };

/** Input that decides nothing, with the sentence for whoever wrote it. */
class InputError extends Error {}

const IMPOSSIBLE: Readonly<Record<Impossible, string>> = {
  'more-present-than-entitled': 'Es können nicht mehr Personen anwesend als stimmberechtigt sein.',
  'more-votes-than-present': 'Es können nicht mehr Stimmen abgegeben sein, als die Anwesenden haben.',
  'candidate-above-present': 'Niemand kann mehr Stimmen haben, als Anwesende gewählt haben.',
  'abstention-forbidden': 'Dieses Regelwerk kennt keine Enthaltung.',
};

const OPEN: Readonly<Record<OpenRule, string>> = {
  quorum: 'die Beschlussfähigkeit',
  majority: 'die Mehrheit',
  tie: 'die Stimmengleichheit',
};

const readInput = async (file: string): Promise<unknown> => {
  try {
    if ((await stat(file)).size > FILE_BYTES) throw new InputError('Die Datei ist zu groß.');
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      error instanceof SyntaxError
        ? 'Die Datei enthält kein gültiges JSON.'
        : `Die Datei ${file} lässt sich nicht lesen.`,
    );
  }
};

const toRules = (given: unknown): DecidingRules => {
  if (typeof given === 'string') {
    const found = findRuleSet(SHORT[given] ?? given);
    if (found === undefined) throw new InputError(`Ein Regelwerk „${given.slice(0, 60)}“ gibt es nicht.`);
    return found;
  }
  const parsed = decidingRulesSchema.safeParse(given);
  if (!parsed.success)
    throw new InputError(`Das Regelwerk ist unvollständig oder falsch: ${toPlace(parsed.error)}.`);
  return parsed.data;
};

const toPlace = (error: z.ZodError): string => {
  const path = error.issues[0]?.path.map(String) ?? [];
  return path.length === 0 ? 'es fehlt etwas, oder es steht zu viel darin' : `Feld „${path.join('.')}“`;
};

const run = async (file: string): Promise<void> => {
  const input = await readInput(file);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InputError('Die Datei muss genau eine Abstimmung enthalten.');
  }
  const { ruleSet, ...rest } = input as Readonly<Record<string, unknown>>;
  const rules = toRules(ruleSet);
  const count = countSchema.safeParse(rest);
  if (!count.success)
    throw new InputError(`Die Angaben zur Abstimmung stimmen nicht: ${toPlace(count.error)}.`);
  const impossible = findImpossible(count.data, rules.abstention.value);
  if (impossible !== undefined) throw new InputError(IMPOSSIBLE[impossible]);
  const decision = decide(rules, count.data);
  if (!decision.ok) {
    throw new InputError(`In diesem Regelwerk ist ${OPEN[decision.refusal]} noch nicht festgelegt.`);
  }
  console.log(JSON.stringify(decision.value));
};

const [file, ...rest] = process.argv.slice(2);
try {
  if (file === undefined || rest.length > 0)
    throw new InputError('Aufruf: npm run --silent decide -- DATEI.json');
  await run(file);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
