import { describe, expect, it } from 'vitest';
import { REFUSAL_KINDS } from '#core/access/refusal.ts';
import { createId } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { OutboxCommand as Command } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import { setLocale } from '#renderer/i18n/catalogue.ts';
import { refusalAdvice, refusalReasons } from '#renderer/i18n/refusals.ts';
import { toDestination, toPreview, toTyped, toWhat } from './describe.ts';

let count = 0;
const nextId = () =>
  createId({ bytes: (length) => Uint8Array.from({ length }, () => (count = (count * 31 + 7) & 255)) });
const me = { id: nextId(), shortCode: 'BRA', firstName: 'Katharina', lastName: 'Brandt' };
const person = { id: nextId(), shortCode: 'DEM', firstName: 'Yusuf', lastName: 'Demirel' };
const subject = nextId();
const names = { announcement: () => 'Exkursion', group: () => 'Geschichte' };

const toPending = (command: Command): Pending => ({
  command,
  hints: {
    me,
    person,
    actor: { personId: me.id, role: 'teacher', administrator: false, memberships: [] },
    at: 0,
  },
  order: 1,
  delivery: { state: 'waiting' },
});

const mid = nextId();
const typedPerson = { shortCode: 'DEM', firstName: 'Yusuf', lastName: 'Demirel' };
const body = createRichText('Liebe alle,', 'wir fahren.');
const commands: readonly (readonly [Command, string])[] = [
  [
    {
      mid,
      name: 'announce',
      args: { id: subject, title: 'Neu', body, groupIds: [subject], pinned: false, urgent: false },
    },
    'Mitteilung „Neu“',
  ],
  [
    {
      mid,
      name: 'edit-announcement',
      args: { id: subject, title: 'Anders', body, pinned: false, essential: false },
    },
    'Änderung an „Anders“',
  ],
  [{ mid, name: 'withdraw-announcement', args: { id: subject } }, 'Zurückziehen von „Exkursion“'],
  [
    { mid, name: 'acknowledge', args: { announcementId: subject, content: 1 } },
    'Kenntnisnahme zu „Exkursion“',
  ],
  [{ mid, name: 'respond', args: { announcementId: subject, answer: [0] } }, 'Rückmeldung zu „Exkursion“: …'],
  [
    { mid, name: 'ask-sender', args: { announcementId: subject, askerId: me.id, text: 'Wann?' } },
    'Rückfrage zu „Exkursion“',
  ],
  [{ mid, name: 'remind', args: { announcementId: subject } }, 'Erinnerung zu „Exkursion“'],
  [
    { mid, name: 'create-group', args: { id: subject, name: 'Chor', type: 'working', chairId: person.id } },
    'Neue Gruppe „Chor“',
  ],
  [{ mid, name: 'rename-group', args: { id: subject, name: 'Chöre' } }, 'Neuer Gruppenname „Chöre“'],
  [
    {
      mid,
      name: 'set-member',
      args: { groupId: subject, personId: person.id, function: 'member', votingStatus: 'entitled' },
    },
    'Yusuf Demirel in der Gruppe „Geschichte“',
  ],
  [
    { mid, name: 'remove-member', args: { groupId: subject, personId: person.id } },
    'Yusuf Demirel aus der Gruppe „Geschichte“ entfernen',
  ],
  [
    {
      mid,
      name: 'import-staff',
      args: {
        importId: subject,
        persons: [{ line: 2, ...typedPerson, role: undefined, groups: undefined, doubtful: false }],
        mark: '0123456789abcdef',
      },
    },
    'Einlesen von 1 Person',
  ],
];
const DESTINATIONS: Partial<Record<Command['name'], string>> = {
  'create-group': 'group',
  'rename-group': 'group',
  'set-member': 'group',
  'remove-member': 'group',
  'import-staff': 'import',
};

describe('a command in words', () => {
  it.each(commands)('%j', (command, words) => {
    expect(toWhat(toPending(command), names)).toBe(words);
    const { kind, id } = toDestination(toPending(command));
    expect([kind, id]).toEqual([DESTINATIONS[command.name] ?? 'announcement', subject]);
  });

  it('gives back every word that was typed', () => {
    const typed = commands
      .map(([command]) => toTyped(toPending(command)))
      .filter((text) => text !== undefined);
    expect(typed).toEqual(['Neu\n\nLiebe alle,\nwir fahren.', 'Anders\n\nLiebe alle,\nwir fahren.', 'Wann?']);
    const [first] = commands;
    expect(first && toPreview(toPending(first[0]))).toBe('Liebe alle, wir fahren.');
  });
});

describe('every kind of refusal', () => {
  it.each(['de', 'en'] as const)('has a reason and an advice of its own in %s', (locale) => {
    setLocale(locale);
    const sentences = REFUSAL_KINDS.map((kind) => `${refusalReasons[kind]()} ${refusalAdvice[kind]()}`);
    setLocale('de');
    expect(new Set(sentences).size).toBe(REFUSAL_KINDS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}„].+\.$/u);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[!]|leider|Ups/u);
  });
});
