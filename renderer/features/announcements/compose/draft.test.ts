import { describe, expect, it } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import { NOW, STAFF } from '../test-school.ts';
import { createCounter } from '../test-workspace.ts';
import { toAnnounceArgs } from './checks.ts';
import { createOptions, EMPTY_DOCUMENT, isBlank, toAnnounceOptions, toContent, toWords } from './draft.ts';

const id = createCounter()();

describe('a draft', () => {
  it('is read back as it was written', () => {
    const content = {
      kind: 'announcement' as const,
      target: { kind: 'edit' as const, announcementId: id, baseRev: 3 },
      options: { ...createOptions(), title: 'halb fert' },
      body: {
        type: 'doc' as const,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lie' }] }],
      },
    };
    expect(toContent({ id, at: NOW, content: JSON.parse(JSON.stringify(content)) as unknown })).toEqual(
      content,
    );
  });

  it('in a shape no longer known is not read at all', () => {
    for (const content of [undefined, 'text', { kind: 'announcement' }, { kind: 'question', text: 1 }]) {
      expect(toContent({ id, at: NOW, content })).toBeUndefined();
    }
  });

  it('of an announcement that waits holds everything its command holds', () => {
    const args = {
      id,
      title: 'Sprechtag',
      body: createRichText('Bitte eintragen.'),
      groupIds: [STAFF.id],
      pinned: true,
      urgent: false,
      publishAt: Date.parse('2026-11-24T07:00:00+01:00'),
      expiresAt: Date.parse('2026-12-18T16:00:00+01:00'),
      acknowledgement: { deadline: '2026-11-25' },
      form: {
        type: 'one-of' as const,
        question: 'Wann?',
        options: [{ label: 'Mo' }, { label: 'Di' }],
        deadline: '2026-11-26T12:00',
      },
    };
    const body = { type: 'doc' as const, content: [...args.body.content] };
    expect(toAnnounceArgs(id, toAnnounceOptions(args), body, NOW)).toEqual({ ok: true, value: args });
  });

  it('is blank until something was typed', () => {
    expect(isBlank(createOptions(), EMPTY_DOCUMENT)).toBe(true);
    expect(isBlank({ ...createOptions(), title: 'A' }, EMPTY_DOCUMENT)).toBe(false);
    const written = { type: 'doc' as const, content: [...createRichText('Zwei', 'Zeilen').content] };
    expect(isBlank(createOptions(), written)).toBe(false);
    expect(toWords(written)).toBe('Zwei Zeilen');
  });
});
