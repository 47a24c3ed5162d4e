import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const specification = readFileSync('docs/protocol/SPEC.md', 'utf8');
const rules = [...specification.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map((match) => match[1] ?? '');
const testFiles = globSync('{core,sync-server,renderer,electron,tests}/**/*.test.ts').filter(
  (path) => !path.includes('node_modules'),
);
const suites = globSync('sync-server/storage/contract/suite*.ts');
const tests = [...testFiles, ...suites].map((path) => readFileSync(path, 'utf8')).join('\n');

describe('the specification', () => {
  test('numbers every rule once', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(new Set(rules).size).toBe(rules.length);
  });

  test.each(rules)('%s is shown by a test that names it', (rule) => {
    expect(tests).toMatch(new RegExp(`\\[(?:[A-Z]+\\d+[ ,]+)*${rule}(?:[ ,]+[A-Z]+\\d+)*\\]`));
  });

  test('no test names a rule that does not exist', () => {
    const known = new Set(rules);
    const prefixes = new Set(rules.map((rule) => rule.replace(/\d+$/, '')));
    const cited = [
      ...tests.matchAll(new RegExp(`\\[((?:${[...prefixes].join('|')})\\d+(?:[ ,]+[A-Z]+\\d+)*)\\]`, 'g')),
    ].flatMap((match) => (match[1] ?? '').split(/[ ,]+/));
    expect(cited.filter((rule) => !known.has(rule))).toEqual([]);
  });
});
