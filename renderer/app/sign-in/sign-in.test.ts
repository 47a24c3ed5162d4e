import { describe, expect, it } from 'vitest';
import { toTrouble } from './outcome.ts';
import { missingCharacters } from '#core/access/password.ts';

const now = Date.parse('2026-11-23T07:41:00+01:00');

describe('a refused sign-in', () => {
  it('is said at the field, with the attempts that are left once the server tells them', () => {
    expect(toTrouble({ ok: false, reason: 'wrong-credentials' }, 'password', now)).toEqual({
      at: 'field',
      text: 'Kürzel und Kennwort passen nicht zusammen.',
    });
    expect(toTrouble({ ok: false, reason: 'wrong-credentials', remaining: 4 }, 'password', now).text).toBe(
      'Kürzel und Kennwort passen nicht zusammen. Noch 4\u00a0Versuche.',
    );
  });

  it('says from when on it works again', () => {
    const until = Date.parse('2026-11-23T07:56:00+01:00');
    expect(toTrouble({ ok: false, reason: 'rate-limited', until }, 'password', now).text).toContain(
      'Ab 07:56',
    );
    const between = { ok: false, reason: 'rate-limited', until: until + 1 } as const;
    expect(toTrouble(between, 'password', now).text).toContain('Ab 07:57');
  });

  it('that used up the last attempt says from when on it works again instead of counting to zero', () => {
    const until = Date.parse('2026-11-23T07:42:00+01:00');
    for (const how of ['password', 'code'] as const) {
      const { text } = toTrouble({ ok: false, reason: 'wrong-credentials', remaining: 0, until }, how, now);
      expect(text).toContain('Zu viele Versuche. Ab 07:42 geht es wieder.');
      expect(text).not.toContain('Noch 0');
    }
  });

  it('without the server does not claim that nothing lies here: the password may be wrong', () => {
    const { text } = toTrouble({ ok: false, reason: 'unknown-here' }, 'password', now);
    expect(text).toContain('Kürzel oder Kennwort stimmen nicht');
    expect(text).not.toContain('liegt noch nichts von Ihnen');
  });

  it('says that a code is not spent when the school was out of reach', () => {
    expect(toTrouble({ ok: false, reason: 'unreachable' }, 'code', now)).toMatchObject({ at: 'form' });
    expect(toTrouble({ ok: false, reason: 'unreachable' }, 'code', now).text).toContain('nicht verbraucht');
  });
});

describe('the password rule', () => {
  it('asks for ten characters and counts as people do', () => {
    expect(missingCharacters('')).toBe(10);
    expect(missingCharacters('Übergrößen')).toBe(0);
    expect(missingCharacters('u\u0308ber')).toBe(6);
  });
});
