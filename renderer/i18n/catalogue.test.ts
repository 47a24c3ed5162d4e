import { afterEach, describe, expect, it } from 'vitest';
import { messages, plural, setLocale } from './catalogue.ts';

const texts = messages({
  write: { de: 'Schreiben', en: 'Write' },
  confirmedOf: {
    de: (done: number, of: number) => `${done} von ${of} bestätigt`,
    en: (done: number, of: number) => `${done} of ${of} confirmed`,
  },
  waiting: {
    de: (count: number) => plural(count, { one: '1 wartet', other: `${count} warten` }),
    en: (count: number) => plural(count, { one: '1 waiting', other: `${count} waiting` }),
  },
});

afterEach(() => setLocale('de'));

describe('the message catalogue', () => {
  it('reads each text in the present language', () => {
    expect(texts.write()).toBe('Schreiben');
    setLocale('en');
    expect(texts.write()).toBe('Write');
  });

  it('passes values into a text', () => {
    expect(texts.confirmedOf(31, 42)).toBe('31 von 42 bestätigt');
  });

  it('chooses singular and plural by the rules of the language', () => {
    expect([0, 1, 2].map((count) => texts.waiting(count))).toEqual(['0 warten', '1 wartet', '2 warten']);
  });

  it('does not compile without English or with other values in English', () => {
    // @ts-expect-error -- English is missing
    messages({ read: { de: 'Lesen' } });
    // @ts-expect-error -- the English text takes a string where the German one takes a number
    messages({ of: { de: (count: number) => `${count}`, en: (count: string) => count } });
    // @ts-expect-error -- a text with values needs them
    expect(() => texts.confirmedOf(1)).not.toThrow();
  });
});
