import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStaffList, type StaffList } from './read-staff-list.ts';
import type { StaffColumns } from './recognise-staff-list.ts';
import { toGermanReason, toGermanUnreadable } from './refusal.ts';

const utf8 = new TextEncoder();
const read = (text: string, columns?: StaffColumns): StaffList => {
  const list = readStaffList(utf8.encode(text), columns);
  if (!list.ok) throw new Error(list.refusal);
  return list.value;
};
const refusal = (bytes: Uint8Array | string) => {
  const list = readStaffList(typeof bytes === 'string' ? utf8.encode(bytes) : bytes);
  return list.ok ? list.value : list.refusal;
};
const kinds = (text: string) => read(text).refused.map(({ line, kind }) => `${String(line)} ${kind}`);
const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen\n';
const person = {
  line: 2,
  shortCode: 'Kuh',
  lastName: 'Kühne',
  firstName: 'Oğuz',
  role: undefined,
  groups: undefined,
  doubtful: false,
};

describe('the form of a staff list', () => {
  it('is found by its header, whatever order, case, separator or title it has', () => {
    const texts = [
      'Kürzel,Vorname,Nachname\nKuh,Oğuz,Kühne',
      'KRZ\tVORNAME\tNAME\nKuh\tOğuz\tKühne',
      'Short code|Last name|First name\nKuh|Kühne|Oğuz',
      'Name;Kürzel\n"Kühne, Oğuz";Kuh',
      '"Nachname, Vorname";Kuerzel\n"Kühne, Oğuz";Kuh',
    ];
    for (const text of texts) {
      const { form, people } = read(text);
      expect([form, people]).toEqual(['spreadsheet', [person]]);
    }
    const titled = read('Kollegium 2026;;\n\nNachname;Vorname;Kürzel\nKühne;Oğuz;Kuh\n');
    expect([titled.read, titled.people]).toEqual([1, [{ ...person, line: 4 }]]);
  });

  it('may state its separator, as spreadsheets do', () => {
    expect(read('sep=;\r\nNachname;Vorname;Kürzel\r\nKühne;Oğuz;Kuh\r\n').people).toEqual([
      { ...person, line: 3 },
    ]);
  });

  it('is a paste in either order of its columns', () => {
    expect(read('Kühne, Oğuz\tKuh\nMüller, Anna\tMue').people[0]).toEqual({ ...person, line: 1 });
    expect(read('Kuh\tKühne, Oğuz\nMue\tMüller, Anna').form).toBe('pasted');
  });

  it('is Untis with or without quotes, and the first name is where the user says', () => {
    const untis = '"Kuh","Kühne",,"R1","Oğuz"\n"Mue","Müller",,"R2","Anna"\n';
    expect([read(untis).form, read(untis).people[0]]).toEqual([
      'untis',
      { ...person, line: 1, firstName: undefined },
    ]);
    expect(read(untis, { firstName: 4 }).people[0]).toEqual({ ...person, line: 1 });
    for (const separator of [';', '\t']) {
      expect(read(untis.replaceAll('"', '').replaceAll(',', separator)).form).toBe('untis');
    }
  });

  it('is not guessed', () => {
    expect(refusal('Hallo zusammen,\nanbei die Liste.\nViele Grüße')).toBe('unknown-form');
    expect(refusal('Vorname;Nachname\nOğuz;Kühne')).toBe('no-short-code-column');
    expect(refusal('1;2;3\n4;5;6')).toBe('unknown-form');
  });

  it('has a header and may have nobody', () => {
    expect(read(HEADER)).toMatchObject({ read: 0, people: [], refused: [] });
  });
});

describe('a file that is no staff list', () => {
  it('is refused as a whole and says why in German', () => {
    const files = {
      empty: '\r\n \n',
      'too-large': new Uint8Array(10_000_000).fill(65),
      workbook: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      binary: Uint8Array.of(0x4e, 0, 0x61, 0, 0x6d, 0),
      'too-many-records': `${HEADER}${'Kühne;Oğuz;Kuh\n'.repeat(10_001)}`,
    } as const;
    for (const [kind, file] of Object.entries(files)) expect([kind, refusal(file)]).toEqual([kind, kind]);
    expect(refusal(new Uint8Array())).toBe('empty');
    expect(toGermanUnreadable('workbook')).toContain('CSV');
  });
});

describe('a record of a staff list', () => {
  it('says which part of it is missing or wrong', () => {
    const records = [
      ';Oğuz;Kuh;;',
      'Kühne;;Kuh;;',
      'Kühne;Oğuz;;;',
      '1.12.1966;Oğuz;Kuh;;',
      'Kühne;oguz@example.org;Kuh;;',
      'Kühne;Oğuz;K?h;;',
      'Kühne;Oğuz;Kuh;Administrator;',
      'Kühne;Oğuz;Kuh;;Kollegium;01234-55928',
      `Kühne;${'x'.repeat(100_000)};Kuh;;`,
      `Kühne;Oğuz${';'.repeat(3_000)}`,
      'Kühne;Oğuz\u0000;Kuh;;',
      'Kühne;\u202EzuğO;Kuh;;',
      '@SUM(1);Oğuz;Kuh;;',
    ];
    expect(kinds(HEADER + records.join('\n'))).toEqual([
      ...['2 last-name-missing', '3 first-name-missing', '4 short-code-missing', '5 not-a-last-name'],
      ...[
        '6 not-a-first-name',
        '7 not-a-short-code',
        '8 unknown-role',
        '9 shifted-cells',
        '10 cell-too-long',
      ],
      ...['11 too-many-cells', '12 not-a-first-name', '13 not-a-first-name', '14 not-a-last-name'],
    ]);
  });

  it('is refused when a program wrote it and a cell is missing, since a birth date might stand for a name', () => {
    const schild = 'InternKrz|Titel|Nachname|Vorname|Ort|Schulleitung\n';
    expect(kinds(`${schild}Kuh|Kühne|Oğuz|Musterstadt|\n`)).toEqual(['2 shifted-cells']);
    expect(read(`${schild}Kuh||Kühne|Oğuz|Musterstadt|Vertret\n`).people[0]?.role).toBe('leadership');
  });

  it('may be short where a spreadsheet left out empty cells', () => {
    expect(read(`${HEADER}Kühne;Oğuz;Kuh\n`).people).toEqual([person]);
  });

  it('says so when first and last name cannot be told apart', () => {
    expect(kinds('Name;Kürzel\nOğuz Kühne;Kuh\n;Mue\n"Müller,";Mul\n')).toEqual([
      ...['2 name-not-divided', '3 last-name-missing', '4 first-name-missing'],
    ]);
  });

  it('may come twice only with another short code, whatever its case', () => {
    expect(kinds(`${HEADER}Kühne;Oğuz;Kuh\nMüller;Anna;KUH\nMüller;Anna;Ku\u0308h\nMüller;Ann;KÜH`)).toEqual([
      ...['3 duplicate-line', '5 duplicate-line'],
    ]);
  });

  it('does not count as the first of two when it was refused itself', () => {
    const list = read(`${HEADER}Kühne;Oğuz;Kuh;Hausmeister;\nKühne;Oğuz;Kuh;Lehrkraft;\n`);
    expect([list.read, list.people.length, list.refused.length]).toEqual([2, 1, 1]);
  });
});

describe('the groups of a record', () => {
  it('are names between commas, each once', () => {
    const list = read(`${HEADER}Kühne;Oğuz;Kuh;;"Kollegium, Fachschaft Sport,kollegium , "\n`);
    expect(list.people[0]?.groups).toEqual(['Kollegium', 'Fachschaft Sport']);
  });

  it('[R12] are refused alone when they are plainly a staff council’s; the person stays', () => {
    const list = read(`${HEADER}Kühne;Oğuz;Kuh;;"Kollegium, Örtlicher Personalrat, ÖPR"\n`);
    expect(list.people[0]?.groups).toEqual(['Kollegium']);
    expect(list.refused.map(toGermanReason)).toEqual([
      'Oğuz Kühne (Kuh): Die Gruppe „Örtlicher Personalrat“ wird nicht angelegt: Für Personalvertretungen braucht es geschützte Gruppen, die es noch nicht gibt.',
      'Oğuz Kühne (Kuh): Die Gruppe „ÖPR“ wird nicht angelegt: Für Personalvertretungen braucht es geschützte Gruppen, die es noch nicht gibt.',
    ]);
  });

  it('are no formulas, addresses, dates or telephone numbers, and are not quoted in the reason', () => {
    const groups = ['=A1', 'kuh@example.org', '20.10.1990', '01234-55928', 'A\u202EB', '<b>', 'x'.repeat(81)];
    const list = read(`${HEADER}Kühne;Oğuz;Kuh;;"${groups.join(', ')}, Abitur 2026/2027"\n`);
    expect(list.people[0]?.groups).toEqual(['Abitur 2026/2027']);
    expect(list.refused.map(({ kind }) => kind)).toEqual(groups.map(() => 'not-a-group-name'));
    expect(JSON.stringify(list)).not.toMatch(/example|1990|01234/u);
  });

  it('are at most fifty', () => {
    const many = Array.from({ length: 51 }, (_, index) => `Gruppe ${String(index)}`).join(',');
    const list = read(`${HEADER}Kühne;Oğuz;Kuh;;"${many}"\n`);
    expect([list.people, list.refused[0]?.kind]).toEqual([[person], 'too-many-groups']);
  });
});

describe('hostile input', () => {
  it('is read or refused, never thrown at, and gives names and codes only', () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        ';',
        '\n',
        '\r\n',
        ',',
        '\t',
        '|',
        '=',
        '?',
        '\u0000',
        '\u202e',
        'Kühne',
        'Oğuz',
        'Kuh',
        '1.2.1990',
      ],
      ...[
        'Nachname',
        'Vorname',
        'Kürzel',
        'Rolle',
        'Gruppen',
        'InternKrz',
        'Lehrkraft',
        'a@b.de',
        'sep=;',
        '\ufffd',
      ],
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((tail) => HEADER + tail),
          fc.string({ unit: 'binary' }),
        ),
        (input) => {
          const list = readStaffList(utf8.encode(input));
          if (!list.ok) return;
          const { people, refused } = list.value;
          expect(list.value.read).toBeGreaterThanOrEqual(people.length);
          expect(people.length + new Set(refused.map(({ line }) => line)).size).toBeGreaterThanOrEqual(
            list.value.read,
          );
          expect(JSON.stringify(people)).not.toMatch(/@|1990|\\u0000|\u202e|=/u);
          for (const refused1 of refused) expect(toGermanReason(refused1).endsWith('.')).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes no more time than its size is worth', () => {
    const fill = (text: string) => utf8.encode(text.repeat(Math.floor(500_000 / utf8.encode(text).length)));
    for (const text of [
      '"',
      '""',
      ';',
      '\n',
      'a',
      'ü',
      '";"\n',
      'Kühne;"Oğuz;Kuh\n',
      'Nachname;Kürzel;',
      '=\r"',
    ]) {
      const started = performance.now();
      readStaffList(fill(text));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
