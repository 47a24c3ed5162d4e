import { expect, test } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import { announcement, group, GROUP, me, ME, MY_NAME, toId } from '../testing/documents.ts';
import { toTerm } from './analysis.ts';
import { isFindable, toIndexEntry, type Searchable } from './entry.ts';
import { toHit } from './hit.ts';
import { SearchIndex } from './search-index.ts';

const createIndex = (...documents: readonly Searchable[]): SearchIndex => {
  const index = new SearchIndex();
  documents.forEach((document) => index.add(toIndexEntry(document), isFindable(document)));
  return index;
};
const find = (index: SearchIndex, query: string): readonly string[] =>
  index.find(query, 20).map((found) => found.id);

test('German word forms and umlauts are the same, however they are typed', () => {
  for (const word of ['Prüfung', 'Prüfungen', 'pruefung', 'PRÜFUNG', 'Pru\u0308fung'])
    expect(toTerm(word)).toBe(toTerm('pruefungen'));
  expect(toTerm('Straße')).toBe(toTerm('strasse'));
  expect(toTerm('Quelle')).not.toBe(toTerm('qülle'));
});

test('an announcement is found by title, text, author, group and question', () => {
  const document = announcement(1, {
    title: 'Mündliche Prüfungen',
    body: createRichText('Wir treffen uns im Lehrerzimmer.'),
    form: {
      type: 'yes-no',
      question: 'Kommen Sie zum Sommerfest?',
      options: [{ label: 'Ja' }, { label: 'Nein' }],
    },
  });
  const index = createIndex(document, announcement(2));
  for (const query of [
    'pruefung',
    'Prüfungen mündl',
    'Lehrerzimmer',
    'Kurz',
    'Fachschaft prüf',
    'Sommerfest',
  ])
    expect(find(index, query)).toContain(document.id);
  expect(find(index, 'Prüfung Schwimmbad')).toEqual([]);
});

test('only the last word may be unfinished', () => {
  const index = createIndex(announcement(1, { title: 'Zeugniskonferenz Klasse' }));
  expect(find(index, 'Zeugnisk')).toHaveLength(1);
  expect(find(index, 'Zeugnisk Klasse')).toHaveLength(0);
});

test('a person is found by name, short code, role and group, also when the group changes', () => {
  const index = createIndex(me(), group());
  for (const query of ['Oehlschläger', 'oehlschlaeger', 'Sabine', 'Oe', 'Lehrkraft', 'Fachschaft'])
    expect(find(index, query)).toContain(ME);
  index.add(toIndexEntry(group({ rev: 2, name: 'Steuergruppe' })), true);
  expect(find(index, 'Steuergruppe')).toEqual(expect.arrayContaining([ME, GROUP]));
  expect(find(index, 'Fachschaft')).toEqual([]);
  index.add(toIndexEntry(group({ rev: 3, name: 'Steuergruppe', members: [] })), true);
  expect(find(index, 'Steuergruppe')).toEqual([GROUP]);
});

test('a short code typed in full comes first', () => {
  const index = createIndex(
    ...Array.from({ length: 20 }, (_, number) => announcement(number, { title: 'Ordnung Oberstufe' })),
    me(),
  );
  expect(find(index, 'oe')[0]).toBe(ME);
});

test('what is withdrawn or no longer there is not found', () => {
  const index = createIndex(announcement(1, { title: 'Geheim' }), announcement(2, { title: 'Geheim' }));
  index.remove(toId(1_001));
  index.add(toIndexEntry(announcement(2, { rev: 2, title: 'Geheim', state: 'withdrawn' })), false);
  expect(find(index, 'Geheim')).toEqual([]);
  expect(index.count('announcement')).toBe(1);
});

test('an index that was stored finds the same', () => {
  const index = createIndex(me(), group(), announcement(1));
  const restored = SearchIndex.restore(JSON.parse(JSON.stringify(index.store())));
  expect(find(restored, 'Mitteilung')).toEqual(find(index, 'Mitteilung'));
  restored.add(toIndexEntry(group({ rev: 2, name: 'Steuergruppe' })), true);
  expect(find(restored, 'Steuergruppe')).toContain(ME);
});

test('a hit shows a piece around the first word found and the words as they stand there', () => {
  const filler = 'Sehr geehrte Damen und Herren, '.repeat(10);
  const document = announcement(1, {
    body: createRichText(`${filler} die Prüfungen beginnen am Montag. ${filler}`),
  });
  const hit = toHit(document, [toTerm('pruefung')]);
  expect(hit.terms).toEqual(['Prüfungen']);
  expect(hit.snippet).toMatch(/^… .*Prüfungen beginnen.* …$/);
  expect(hit.snippet.length).toBeLessThan(170);
  expect(hit.detail).toBe('Jürgen Kurz · Fachschaft Deutsch');
  expect(toHit(me(), [toTerm(MY_NAME.lastName)])).toMatchObject({
    title: 'Sabine Oehlschläger',
    detail: 'Oe',
  });
});

test('[FILE13] an attachment is found by its name for as long as the document names it, and the hit shows it', () => {
  const file = { id: toId(7), name: 'Hitzefrei_Regelung-2026.pdf', size: 10, type: 'application/pdf' };
  const document = announcement(1, { attachments: [file] });
  const index = createIndex(document, announcement(2));
  for (const query of ['Hitzefrei', 'regelung 2026', 'hitzefr'])
    expect(find(index, query)).toEqual([document.id]);
  expect(toHit(document, [toTerm('Hitzefrei')]).snippet).toContain('Hitzefrei_Regelung-2026.pdf');
  index.add(toIndexEntry(announcement(1, { rev: 2 })), true);
  expect(find(index, 'Hitzefrei')).toEqual([]);
});
