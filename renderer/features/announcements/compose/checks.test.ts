import { describe, expect, it } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import { NOW, STAFF } from '../test-school.ts';
import { createCounter } from '../test-workspace.ts';
import { toAnnounceArgs, toEditArgs, type Faults } from './checks.ts';
import { createOptions, type EditorDocument, type LetterOptions } from './draft.ts';

const id = createCounter()();
const text = (...lines: string[]): EditorDocument => ({
  type: 'doc',
  content: [...createRichText(...lines).content],
});
const good: LetterOptions = { ...createOptions(), title: 'Aufsichtsplan', groupIds: [STAFF.id] };
const body = text('Ab Montag gilt der neue Plan.');

const check = (options: Partial<LetterOptions>, written = body): Faults => {
  const result = toAnnounceArgs(id, { ...good, ...options }, written, NOW);
  return result.ok ? {} : result.refusal;
};

const nested = (depth: number): EditorDocument => {
  const inner = { type: 'paragraph', content: [{ type: 'text', text: 'tief' }] };
  const wrap = (content: unknown, left: number): unknown =>
    left === 0
      ? content
      : wrap({ type: 'bulletList', content: [{ type: 'listItem', content: [content] }] }, left - 1);
  return { type: 'doc', content: [wrap(inner, depth)] };
};

describe('a letter that is about to be sent', () => {
  it('becomes the command', () => {
    const form: LetterOptions['form'] = {
      on: true,
      type: 'sign-up',
      question: 'Wer übernimmt eine Aufsicht?',
      options: [
        { label: 'Montag', places: '3' },
        { label: 'Dienstag', places: '' },
      ],
      date: '2026-11-27',
      time: '',
    };
    const result = toAnnounceArgs(
      id,
      {
        ...good,
        title: '  Aufsichtsplan  ',
        publish: { on: true, date: '2026-11-24', time: '07:00' },
        expiry: { on: true, date: '2026-12-18', time: '' },
        acknowledgement: { on: true, date: '2026-11-25', time: '09:00' },
        form,
      },
      body,
      NOW,
    );
    expect(result).toEqual({
      ok: true,
      value: {
        id,
        title: 'Aufsichtsplan',
        body: createRichText('Ab Montag gilt der neue Plan.'),
        groupIds: [STAFF.id],
        pinned: false,
        urgent: false,
        publishAt: Date.parse('2026-11-24T07:00:00+01:00'),
        expiresAt: Date.parse('2026-12-18T23:59:00+01:00'),
        acknowledgement: { deadline: '2026-11-25T09:00' },
        form: {
          type: 'sign-up',
          question: 'Wer übernimmt eine Aufsicht?',
          options: [{ label: 'Montag', places: 3 }, { label: 'Dienstag' }],
          deadline: '2026-11-27',
        },
      },
    });
  });

  it('needs groups, a title and a text', () => {
    expect(check({ groupIds: [], title: '   ' }, text('', '  '))).toEqual({
      groups: 'Wählen Sie mindestens eine Gruppe.',
      title: 'Geben Sie einen Titel ein.',
      text: 'Schreiben Sie einen Text.',
    });
  });

  it('names what is too long, too deep or not writing', () => {
    expect(check({ title: 'x'.repeat(201) }).title).toMatch(/Höchstens 200/u);
    expect(check({ title: 'Plan\u202eexe' }).title).toMatch(/Steuerzeichen/u);
    expect(check({}, text('x'.repeat(50_001))).text).toBe(
      'Der Text hat 50.001 Zeichen, höchstens 50.000 sind möglich. Kürzen Sie ihn.',
    );
    expect(check({}, nested(3))).toEqual({});
    expect(check({}, nested(4)).text).toMatch(/zu tief/u);
    expect(check({}, { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] }).text).toMatch(
      /nicht senden/u,
    );
  });

  it('leaves out what the schema does not name, such as targets of links', () => {
    const link = { type: 'link', attrs: { href: 'https://schule.example', target: '_blank', class: 'x' } };
    const written = {
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hier', marks: [link] }] }],
    };
    const result = toAnnounceArgs(id, good, written, NOW);
    expect(JSON.stringify(result)).not.toContain('_blank');
    expect(result.ok).toBe(true);
  });

  it('refuses moments that have passed or stand in the wrong order', () => {
    expect(check({ publish: { on: true, date: '', time: '' } }).publish).toBe('Wählen Sie einen Tag.');
    expect(check({ publish: { on: true, date: '2026-11-24', time: '' } }).publish).toMatch(/Uhrzeit/u);
    expect(check({ publish: { on: true, date: '2026-11-23', time: '07:00' } }).publish).toMatch(/vorbei/u);
    expect(check({ expiry: { on: true, date: '2026-11-22', time: '' } }).expiry).toMatch(/vorbei/u);
    expect(check({ acknowledgement: { on: true, date: '2026-11-20', time: '' } }).acknowledgement).toMatch(
      /vorbei/u,
    );
    const later = { publish: { on: true, date: '2026-11-30', time: '07:00' } };
    expect(check({ ...later, expiry: { on: true, date: '2026-11-29', time: '' } }).expiry).toMatch(
      /Veröffentlichung/u,
    );
    expect(
      check({ ...later, acknowledgement: { on: true, date: '2026-11-29', time: '' } }).acknowledgement,
    ).toMatch(/Veröffentlichung/u);
    expect(check({ acknowledgement: { on: true, date: '', time: '' } })).toEqual({});
  });

  it('looks at a form only when one is wanted, and at each of its answers', () => {
    const { form } = createOptions();
    expect(check({ form: { ...form, on: false } })).toEqual({});
    expect(check({ form: { ...form, on: true } })).toEqual({ question: 'Geben Sie die Frage ein.' });
    const signUp = {
      ...form,
      on: true,
      type: 'sign-up' as const,
      question: 'Wann?',
      options: [
        { label: 'Montag', places: '0' },
        { label: '', places: '2' },
      ],
    };
    expect(check({ form: signUp })).toEqual({
      'places-0': '1 bis 999, oder leer für beliebig viele.',
      'option-1': 'Füllen Sie diese Antwort aus oder entfernen Sie sie.',
    });
  });
});

describe('a change that is about to be saved', () => {
  it('needs a title and a text, nothing else', () => {
    const result = toEditArgs(id, { ...good, groupIds: [], essential: true }, body);
    expect(result.ok && result.value).toMatchObject({
      id,
      title: 'Aufsichtsplan',
      essential: true,
      pinned: false,
    });
    const wrong = toEditArgs(id, { ...good, title: '' }, text(''));
    expect(!wrong.ok && Object.keys(wrong.refusal)).toEqual(['title', 'text']);
  });
});
