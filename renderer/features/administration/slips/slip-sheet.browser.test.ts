import { expect, test } from 'vitest';
import { createShortSlipCode, createSlipCode, formatSlipCode, toShortForm } from '#core/admin/slip-code.ts';
import { createId } from '#core/kernel/id.ts';
import { toPdf } from '#renderer/print/pdf.ts';
import { drawSlips } from './draw-slips.ts';
import { toSlipLink, toSlipSheet, type SlipSheet } from './slip-sheet.ts';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const person = (shortCode: string, firstName: string, lastName: string) => ({
  id: createId(random),
  shortCode,
  firstName,
  lastName,
});
const PEOPLE = [
  person('Dre', 'Daniela', 'Dreßler'),
  person('Oğu', 'Oğuz', 'Kühne'),
  person('Län', 'Anna-Katharina Maximiliane', 'Freifrau von Schulenburg-Wolfsburg-Häußler'),
  person('Jag', 'Karl-Heinz', 'Jäger'),
];
const sheet = (count: number): SlipSheet => ({
  school: 'Gymnasium am Lindenhof, Musterstadt',
  addresses: ['https://umlauf.lindenhof.example', 'https://192.168.10.5:4400'],
  ask: 'Karin Groß (Gro), Sekretariat',
  passwordLeast: 10,
  lasts: { days: 10 },
  at: Date.parse('2026-11-23T10:00:00+01:00'),
  slips: Array.from({ length: count }, (_, index) => ({
    person: PEOPLE[index % PEOPLE.length] ?? person('X', 'X', 'X'),
    code: createSlipCode(random),
    number: index + 1,
  })),
});
const toBytes = async (pdf: Blob): Promise<string> =>
  Array.from(new Uint8Array(await pdf.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
const pages = (bytes: string): number => [...bytes.matchAll(/\/Type \/Page\b(?!s)/g)].length;

test('three slips stand on a page, however long the names, and a list to tick off follows', async () => {
  const count = async (slips: number) =>
    pages(await toBytes(await toPdf({ ...(await toSlipSheet(sheet(slips))), compress: false })));
  expect(await count(1)).toBe(2);
  expect(await count(3)).toBe(2);
  expect(await count(4)).toBe(3);
  expect(await count(33)).toBe(13);
});

test('the longest names, address and words of the school keep every slip on its third', async () => {
  const long: SlipSheet = {
    ...sheet(3),
    school: 'Gemeinschaftsschule '.repeat(6),
    addresses: Array.from({ length: 5 }, () => `https://${'umlauf.'.repeat(14)}example/schule`),
    ask: 'Anna-Katharina Freifrau von Schulenburg-Wolfsburg (Schu), '.repeat(4),
    slips: sheet(3).slips.map((slip) => ({
      ...slip,
      person: person('KÜRZELLANG12', 'Anna '.repeat(16).trim(), 'Häußler '.repeat(10).trim()),
    })),
  };
  expect(pages(await toBytes(await toPdf({ ...(await toSlipSheet(long)), compress: false })))).toBe(2);
});

test('a slip that works already, with the short form of a code, stands alone and says until when', async () => {
  const [one] = sheet(1).slips;
  const alone: SlipSheet = {
    ...sheet(1),
    lasts: { until: Date.parse('2026-12-03T10:00:00+01:00') },
    slips: one === undefined ? [] : [{ ...one, code: createShortSlipCode(random) }],
  };
  const definition = await toSlipSheet(alone);
  expect(JSON.stringify(definition)).toContain('Gilt einmal, bis Do., 3. Dezember 2026, 10:00.');
  expect(JSON.stringify(definition)).not.toContain('Langer Code');
  expect(pages(await toBytes(await toPdf({ ...definition, compress: false })))).toBe(1);
});

test('the QR code holds the address and, behind the #, the whole code', () => {
  const code = createSlipCode(random);
  expect(toSlipLink('https://umlauf.example/', code)).toBe(
    `https://umlauf.example/beitreten#${formatSlipCode(code)}`,
  );
  expect(formatSlipCode(code).endsWith(formatSlipCode(toShortForm(code)))).toBe(true);
});

test('[SLIP3] codes are drawn here, each with hashes the server knows, and no locator twice', async () => {
  const heard: number[] = [];
  const recipients = PEOPLE.map(({ id }, index) => ({ personId: id, replaces: index }));
  const all = new Set(Array.from({ length: 32 * 32 }, (_, index) => index.toString(32)));
  const drawn = await drawSlips(recipients, all, random, (done) => heard.push(done));
  expect(heard).toEqual([1, 2, 3, 4]);
  expect(new Set(drawn.map(({ entry }) => entry.locator)).size).toBe(4);
  for (const [index, { code, entry }] of drawn.entries()) {
    expect(entry).toMatchObject({ personId: PEOPLE[index]?.id, replaces: index, locator: code.slice(0, 4) });
    expect(entry.shortHash).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(entry)).not.toContain(toShortForm(code));
  }
});
