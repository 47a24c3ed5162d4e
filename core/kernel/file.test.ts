import { describe, expect, it } from 'vitest';
import {
  FILE_BYTES_MAX,
  FILE_NAME_MAX,
  FILES_MAX,
  fileReferenceSchema,
  fileReferencesSchema,
} from './file.ts';
import { toFileName, toFileType } from './file.ts';
import { createId } from './id.ts';

const newId = () => createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
const reference = (extra: object = {}) => ({
  id: newId(),
  name: 'Plan.pdf',
  size: 3_200_000,
  type: 'application/pdf',
  ...extra,
});

describe('[FILE3] the name of a file', () => {
  it.each([
    ['Vertretungsplan KW 48.pdf', 'Vertretungsplan KW 48.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\dre\\Noten.xlsx', 'Noten.xlsx'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['a\u0000b\r\nc\u200b.txt', 'abc.txt'],
    ['Was?.pdf', 'Was_.pdf'],
    ['CON.txt', '_CON.txt'],
    ['Konferenz.txt', 'Konferenz.txt'],
    ['.htaccess', 'htaccess'],
    ['Plan.pdf. . ', 'Plan.pdf'],
    ['U\u0308bung.odt', 'Übung.odt'],
    ['halb\ud83d.txt', 'halb.txt'],
    ['', 'Datei'],
    ['///', 'Datei'],
    ['...', 'Datei'],
  ])('%j becomes %j', (raw, clean) => {
    expect(toFileName(raw)).toBe(clean);
  });

  it('keeps its ending when it is cut', () => {
    const long = toFileName(`${'Übersicht '.repeat(40)}.docx`);
    expect([long.length <= FILE_NAME_MAX, long.endsWith('.docx')]).toEqual([true, true]);
    expect(toFileName('🙂'.repeat(100)).isWellFormed()).toBe(true);
  });

  it('is clean once and for all', () => {
    const alphabet = [
      'a',
      'ä',
      '.',
      ' ',
      '/',
      '\\',
      ':',
      '\u202e',
      '\u0308',
      '🙂',
      'con',
      '\ud800',
      'x'.repeat(60),
    ];
    let seed = 7;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 2_000; round += 1) {
      const raw = Array.from({ length: 1 + (next() % 9) }, () => alphabet[next() % alphabet.length]).join('');
      const clean = toFileName(raw);
      expect([raw, toFileName(clean)]).toEqual([raw, clean]);
      expect(clean).not.toMatch(/[/\\\u202e]/u);
      expect(clean.length).toBeLessThanOrEqual(FILE_NAME_MAX);
    }
  });
});

it('what a browser says about a file is a media type or nothing', () => {
  expect(toFileType('image/PNG')).toBe('image/png');
  expect(toFileType('text/html; charset=utf-8')).toBe('text/html');
  expect(toFileType('')).toBe('application/octet-stream');
  expect(toFileType('text/html"><script>')).toBe('application/octet-stream');
});

describe('a reference to a file', () => {
  it('holds a clean name, a size within the limit and a media type', () => {
    expect(fileReferenceSchema.safeParse(reference()).success).toBe(true);
    for (const bad of [
      { name: '../x' },
      { name: 'a\u202eb' },
      { size: 0 },
      { size: FILE_BYTES_MAX + 1 },
      { type: 'html' },
      { id: '../../x' },
    ])
      expect(fileReferenceSchema.safeParse(reference(bad)).success).toBe(false);
  });

  it('stands at most ten times in a document, and each file once', () => {
    const many = Array.from({ length: FILES_MAX }, () => reference());
    expect(fileReferencesSchema.safeParse(many).success).toBe(true);
    expect(fileReferencesSchema.safeParse([...many, reference()]).success).toBe(false);
    const one = reference();
    expect(fileReferencesSchema.safeParse([one, one]).success).toBe(false);
  });
});
