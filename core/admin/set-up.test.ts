import { describe, expect, it } from 'vitest';
import { isGuessable, missingCharacters } from '../access/password.ts';
import { hostSchema, publicAddressSchema } from './reach.ts';
import { administratorSchema, typedBodyNameSchema, typedSchoolNameSchema } from './set-up.ts';

describe('what is typed into the assistant', () => {
  it('is put in order: composed letters, single gaps, no invisible hyphens', () => {
    expect(typedSchoolNameSchema.parse('  Gymnasium \t am  Lin\u00ADdenhof ')).toBe('Gymnasium am Lindenhof');
    expect(
      administratorSchema.parse({
        firstName: 'U\u0308te ',
        lastName: 'von  der Au',
        shortCode: ' Brä',
        role: 'office',
      }),
    ).toEqual({ firstName: 'Üte', lastName: 'von der Au', shortCode: 'Brä', role: 'office' });
  });

  it.each(['', '   ', '\u200B', 'a\u0000b', 'a\u202Eb', 'a\u2066b', 'a\u200Db', 'a\uE000b', 'x'.repeat(121)])(
    'is no name of a school: %j',
    (typed) => {
      expect(typedSchoolNameSchema.safeParse(typed).success).toBe(false);
    },
  );

  it('may be long or foreign where a name is', () => {
    expect(typedBodyNameSchema.parse('Ständiger Ausschuß für Schul- und Hausordnung (§ 47)')).toContain(
      '§ 47',
    );
    expect(typedSchoolNameSchema.parse('Çağla-Öztürk-Schule')).toBe('Çağla-Öztürk-Schule');
  });

  it.each(['1234', '', '=1+1', 'x@y.de', 'Ute\u202E', 'O?uz'])('is no last name: %j', (lastName) => {
    const given = { firstName: 'Ute', lastName, shortCode: 'Bra', role: 'teacher' };
    expect(administratorSchema.safeParse(given).success).toBe(false);
  });
});

describe('a host', () => {
  it.each(['schulserver', 'Umlauf.Schule.local', ' 192.168.10.5 ', 'a.b-c.de'])('is %j', (typed) => {
    expect(hostSchema.parse(typed)).toBe(typed.trim().toLowerCase());
  });

  it.each([
    '',
    'http://x',
    'x y',
    '300.1.1.1',
    '1.2.3',
    '-a.de',
    'a..b',
    'ä.de',
    'x:4400',
    `${'a'.repeat(64)}.de`,
  ])('is not %j', (typed) => {
    expect(hostSchema.safeParse(typed).success).toBe(false);
  });
});

describe('an address from outside', () => {
  it.each([
    ['umlauf.schule.de', 'https://umlauf.schule.de'],
    ['https://Umlauf.Schule.de/', 'https://umlauf.schule.de'],
    ['https://schule.de:8443/umlauf/', 'https://schule.de:8443/umlauf'],
  ])('%s is %s', (typed, address) => {
    expect(publicAddressSchema.parse(typed)).toBe(address);
  });

  it.each([
    'http://schule.de',
    'https://schule',
    'https://ute@schule.de',
    'https://schule.de/?x',
    'javascript:1',
    '',
  ])('is not %j', (typed) => {
    expect(publicAddressSchema.safeParse(typed).success).toBe(false);
  });
});

describe('a password', () => {
  it('is long enough with ten characters as a person counts them', () => {
    expect(missingCharacters('ü'.repeat(9))).toBe(1);
    expect(missingCharacters('zehn Zeich')).toBe(0);
  });

  it.each(['Passwort123!', '1234567890', 'aaaaaaaaaaaa', 'UteBrandt1', 'Lindenhof123', 'brandt-ute!'])(
    'is guessable: %s',
    (password) => {
      expect(isGuessable(password, ['Ute', 'Brandt', 'Bra', 'Gymnasium am Lindenhof'])).toBe(true);
    },
  );

  it.each(['Morgens um sieben', 'kalte Füße im Lehrerzimmer', 'x7-Q!mz-44p'])(
    'is not guessable: %s',
    (password) => {
      expect(isGuessable(password, ['Ute', 'Brandt', 'Bra'])).toBe(false);
    },
  );
});
