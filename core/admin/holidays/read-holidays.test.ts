import { describe, expect, it } from 'vitest';
import { MAX_CALENDAR_BYTES } from './holiday-list.ts';
import { readHolidays } from './read-holidays.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, zone = 'Europe/Berlin') => {
  const list = readHolidays(bytes(text), zone);
  if (!list.ok) throw new Error(list.refusal);
  return list.value;
};
const calendar = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kultusministerium//Ferien//DE',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const event = (start: string, end: string, name = 'Herbstferien'): readonly string[] => [
  `DTSTART;VALUE=DATE:${start}`,
  ...(end === '' ? [] : [`DTEND;VALUE=DATE:${end}`]),
  `SUMMARY:${name}`,
];
const autumn = { name: 'Herbstferien', from: '2026-10-26', to: '2026-10-31' };

describe('[SET7] an iCalendar file of the Land', () => {
  it('gives whole days; its end is the day after the last one', () => {
    expect(
      read(calendar(event('20261026', '20261101'), event('20270215', '', 'Beweglicher Ferientag'))),
    ).toEqual({
      holidays: [autumn, { name: 'Beweglicher Ferientag', from: '2027-02-15', to: '2027-02-15' }],
      refused: [],
    });
  });

  it('may fold its lines, escape signs, and name its language', () => {
    const text = calendar([
      'DTSTART;VALUE=DATE:20261026',
      'DTEND;VALUE=DATE:202611',
      ' 01',
      'SUMMARY;LANGUAGE=de;X-ODD="a:b;c":Herbst\\, Winter',
      '\t und Rest\\nBaden-Württemberg',
    ]);
    expect(read(text).holidays).toEqual([{ ...autumn, name: 'Herbst, Winter und Rest Baden-Württemberg' }]);
    expect(read(text.replaceAll('\r\n', '\n')).holidays).toHaveLength(1);
  });

  it('may write midnights instead of days, in its own zone or in UTC', () => {
    const local = ['DTSTART;TZID=Europe/Berlin:20261026T000000', 'DTEND;TZID=Europe/Berlin:20261101T000000'];
    const utc = ['DTSTART:20261025T230000Z', 'DTEND:20261031T230000Z'];
    for (const times of [local, utc]) {
      expect(read(calendar([...times, 'SUMMARY:Herbstferien'])).holidays).toEqual([autumn]);
    }
  });

  it('may end by a duration, or on the day it begins', () => {
    const lines = (duration: string) => ['DTSTART;VALUE=DATE:20261026', duration, 'SUMMARY:Herbstferien'];
    expect(read(calendar(lines('DURATION:P6D'))).holidays).toEqual([autumn]);
    expect(read(calendar(lines('DURATION:P1W'))).holidays).toEqual([{ ...autumn, to: '2026-11-01' }]);
    expect(read(calendar(lines('DTEND;VALUE=DATE:20261026'))).holidays).toEqual([
      { ...autumn, to: '2026-10-26' },
    ]);
    expect(read(calendar(lines('DURATION:PT36H'))).refused).toMatchObject([{ kind: 'no-date' }]);
  });

  it('is not misled by an alarm inside an event or by other components', () => {
    const text = calendar([
      'BEGIN:VALARM',
      'SUMMARY:Erinnerung',
      'DTSTART;VALUE=DATE:20200101',
      'END:VALARM',
      ...event('20261026', '20261101'),
    ]).replace('BEGIN:VEVENT', 'BEGIN:VTODO\r\nSUMMARY:Aufgabe\r\nEND:VTODO\r\nBEGIN:VEVENT');
    expect(read(text).holidays).toEqual([autumn]);
  });

  it('has each refused entry named with its line and the reason', () => {
    const { holidays, refused } = read(
      calendar(
        event('20261026', '20261101', ''),
        event('20260230', '20260301', 'Kein Tag'),
        event('20261101', '20261026', 'Rückwärts'),
        event('20261026', '20271101', 'Ein Jahr'),
        [...event('20261026', '20261101', 'Jährlich'), 'RRULE:FREQ=YEARLY'],
        [...event('20261026', '20261101', 'Abgesagt'), 'STATUS:CANCELLED'],
      ),
    );
    expect(holidays).toEqual([]);
    expect(refused).toEqual([
      { line: 4, kind: 'no-name' },
      { line: 9, name: 'Kein Tag', kind: 'no-date' },
      { line: 14, name: 'Rückwärts', kind: 'reversed' },
      { line: 19, name: 'Ein Jahr', kind: 'too-long' },
      { line: 24, name: 'Jährlich', kind: 'repeats' },
      { line: 30, name: 'Abgesagt', kind: 'cancelled' },
    ]);
  });

  it('lets no sign into a name that turns writing around or breaks the line', () => {
    const [holiday] = read(
      calendar(event('20261026', '20261101', '\u202eFerien\u0007\u2028 Herbst\u0000')),
    ).holidays;
    expect(holiday?.name).toBe('Ferien Herbst');
    const long = read(calendar(event('20261026', '20261101', 'ü'.repeat(500)))).holidays[0];
    expect(long?.name).toHaveLength(100);
  });
});

describe('[SET7] a table of free days', () => {
  it.each([
    ['Ferien;von;bis\nHerbstferien;26.10.2026;31.10.2026\n'],
    ['Name,Beginn,Ende\r\n"Herbstferien",2026-10-26,2026-10-31\r\n'],
    ['Bezeichnung\tErster Tag\tLetzter Tag\nHerbstferien\tMo, 26.10.26\tSa, 31.10.26'],
    [
      '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um"\n"Herbstferien","26.10.2026","00:00:00","1.11.2026","00:00:00"',
    ],
    ['\ufeffsubject;start date;end date\nHerbstferien;2026-10-26 00:00;2026-10-31'],
  ])('%j is understood', (text) => {
    expect(read(text)).toEqual({ holidays: [autumn], refused: [] });
  });

  it('may be written in the letters of Windows, and leave the last day out', () => {
    const text = 'Ferien;von;bis\nBrückentag;07.05.2027;\n';
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(readHolidays(windows, 'Europe/Berlin')).toMatchObject({
      value: { holidays: [{ name: 'Brückentag', from: '2027-05-07', to: '2027-05-07' }] },
    });
  });

  it('has refused lines named: no date, half a date, American dates, an open quote', () => {
    const { refused } = read(
      'Ferien;von;bis\nA;bald;31.10.2026\nB;26.10.2026;31.13.2026\nC;10/26/2026;\n"D;26.10.2026;\n',
    );
    expect(refused).toMatchObject([
      { line: 2, name: 'A', kind: 'no-date' },
      { line: 3, name: 'B', kind: 'no-date' },
      { line: 4, name: 'C', kind: 'no-date' },
      { line: 5, kind: 'open-quote' },
    ]);
  });
});

describe('[SET7] a hostile file', () => {
  it('is refused as a whole when it is too large, no calendar, or has too many entries', () => {
    const refusal = (data: Uint8Array) => {
      const list = readHolidays(data, 'Europe/Berlin');
      return list.ok ? undefined : list.refusal;
    };
    expect(refusal(new Uint8Array(MAX_CALENDAR_BYTES + 1))).toBe('too-large');
    for (const text of ['', 'Guten Tag', '%PDF-1.7', '<html></html>', 'Nachname;Vorname\nA;B']) {
      expect([text, refusal(bytes(text))]).toEqual([text, 'not-a-calendar']);
    }
    const one = `BEGIN:VEVENT\nDTSTART:20261026\nSUMMARY:x\nEND:VEVENT\n`;
    expect(refusal(bytes(`BEGIN:VCALENDAR\n${one.repeat(1_001)}`))).toBe('too-many');
    expect(refusal(bytes(`Ferien;von\n${'x;26.10.2026\n'.repeat(1_001)}`))).toBe('too-many');
  });

  it.each([
    ['folded for ever', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x${'\n x'.repeat(300_000)}\nEND:VEVENT`],
    ['one endless line', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'a'.repeat(900_000)}`],
    ['opened a hundred thousand times', `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(70_000)}`],
    ['never closed', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261026\nSUMMARY:x'],
    ['quotes that never end', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY;X="${':"'.repeat(200_000)}`],
    ['a table of separators', `Ferien;von\n${';'.repeat(900_000)}`],
    ['zeros', `BEGIN:VCALENDAR${'\0'.repeat(900_000)}`],
  ])('%s is read within a moment and without an exception', (_name, text) => {
    const started = performance.now();
    expect(() => readHolidays(bytes(text), 'Europe/Berlin')).not.toThrow();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
