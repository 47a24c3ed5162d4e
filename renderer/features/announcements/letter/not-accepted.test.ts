import { describe, expect, it } from 'vitest';
import type { OutboxCommand as Command } from '#core/protocol/commands.ts';
import type { Delivery } from '#core/protocol/overlay.ts';
import { BRA, NOW, toAnnouncement, toSelf } from '../test-school.ts';
import { createCounter } from '../test-workspace.ts';
import { toNotAccepted } from './not-accepted.ts';

const mid = createCounter()();
const form = {
  type: 'sign-up' as const,
  question: 'Wo?',
  options: [{ label: 'Eingang', places: 1 }, { label: 'Hof' }],
};
const list = toAnnouncement({ title: 'Aufsichten', form });

const say = (command: Command, delivery: Delivery): string =>
  toNotAccepted(
    { command, delivery, order: 1, hints: { me: BRA, actor: toSelf(BRA).actor, at: NOW } },
    list.form,
  );
const refused = (reason: 'full' | 'too-late' | 'forbidden'): Delivery => ({
  state: 'refused',
  reason,
  at: NOW,
});

describe('what was not accepted', () => {
  it('is an edit with two versions', () => {
    const { id, title, body } = list;
    const command: Command = {
      mid,
      name: 'edit-announcement',
      baseRev: 1,
      args: { id, title, body, pinned: false, essential: false },
    };
    expect(say(command, { state: 'conflict', reason: 'conflict', at: NOW })).toBe(
      'Ihre Änderung ist nicht gespeichert: Es gibt zwei Fassungen.',
    );
    expect(say(command, refused('forbidden'))).toMatch(/^Ihre Änderung ist nicht gespeichert: Dazu haben/u);
  });

  it('is an answer, named by its words', () => {
    const command: Command = { mid, name: 'respond', args: { announcementId: list.id, answer: [0] } };
    expect(say(command, refused('full'))).toBe(
      'Ihre Antwort „Eingang“ ist nicht angekommen: Der Platz war schon vergeben.',
    );
    expect(say(command, refused('too-late'))).toBe(
      'Ihre Antwort „Eingang“ ist nicht angekommen: Die Frist ist vorbei.',
    );
  });
});
