/** The words in which a chair says how the hands were, and how a line falls into them. */

export type Side = 'yes' | 'no' | 'abstain' | 'invalid';

export type Token =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'side'; readonly side: Side }
  /** Everybody who is not named otherwise. */
  | { readonly type: 'rest' }
  /** All who are there. */
  | { readonly type: 'all' }
  | { readonly type: 'unanimous' }
  /** What the line says came of it; never believed, only checked. */
  | { readonly type: 'claim'; readonly side: 'yes' | 'no' }
  | { readonly type: 'none' }
  /** An option by its number on the ballot, or by its name. */
  | { readonly type: 'option'; readonly index: number };

const NUMBERS: Readonly<Record<string, number>> = {
  null: 0,
  ein: 1,
  eine: 1,
  einer: 1,
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
};

const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['yes', /^(ja|dafür|für|ja-?stimmen?|pro|prostimmen?|zustimmung(en)?|zugestimmt|yes|for|favou?r)$/u],
  [
    'no',
    /^(nein|dagegen|gegen|gegen-?stimmen?|nein-?stimmen?|contra|kontra|ablehnungen?|ablehnung|no|against)$/u,
  ],
  [
    'abstain',
    /^((stimm)?enthaltung(en)?|enthalten|enthält|enthielten?|enth|abstained|abstain|abstentions?)$/u,
  ],
  ['invalid', /^(ungültige?|ungueltige?|invalid)$/u],
];

const CLAIMS: readonly (readonly ['yes' | 'no', RegExp])[] = [
  ['yes', /^(angenommen|accepted|carried)$/u],
  ['no', /^(abgelehnt|rejected)$/u],
];

const REST = /^(rest|restliche[nr]?|übrigen?|anderen?|sonst|others?)$/u;
const ALL = /^(alle|all|sämtliche)$/u;
const UNANIMOUS = /^(einstimmig|einstimmige|unanimous|unanimously)$/u;
const NONE = /^(ohne|keine[rn]?|kein|niemand|without)$/u;
/** Words that carry no number: they only join the others. */
const FILLERS =
  /^(und|bei|mit|zu|mehrheitlich|die|der|das|den|dem|sich|stimmen?|votes?|in|of|the|and|with|antrag|person(en)?|hat|haben|ist|sind|war|waren|kandidat(in)?|option|nr|nummer)$/u;

/** A line as words, or the first word that says nothing known. */
export type Words = { readonly tokens: readonly Token[] } | { readonly unknown: string };

/** Cuts a line into words. `options` are the names that may stand in it, where there is a choice between some. */
export const toWords = (line: string, options: readonly string[]): Words => {
  const text = line.normalize('NFC').toLocaleLowerCase('de').replaceAll('’', "'");
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const option = findOption(rest, options);
    if (option !== undefined) {
      tokens.push({ type: 'option', index: option.index });
      at += option.length;
      continue;
    }
    const word = /^[\p{L}\d]+(?:-[\p{L}]+)*/u.exec(rest)?.[0];
    if (word === undefined) {
      // A dash joins ("20-12"), but nobody has a number below zero of hands.
      const isMinus = /^-\d/u.test(rest) && !/[\p{L}\d]$/u.test(text.slice(0, at));
      if (isMinus || !/^[\s,;.:=/()–-]/u.test(rest)) return { unknown: /^./su.exec(rest)?.[0] ?? '' };
      at += 1;
      continue;
    }
    at += word.length;
    if (FILLERS.test(word) || (options.length > 0 && /^(für|for)$/u.test(word))) continue;
    const token = toToken(word);
    if (token === undefined) return { unknown: word };
    tokens.push(token);
  }
  return { tokens };
};

/** `2:` or `2 =`, counted from one, or a whole name; the longest of several that fit. */
const findOption = (
  text: string,
  options: readonly string[],
): { readonly index: number; readonly length: number } | undefined => {
  if (options.length === 0) return undefined;
  const numbered = /^(\d{1,3})\s*[:=]/u.exec(text);
  const number = Number(numbered?.[1]);
  if (numbered !== null && number >= 1 && number <= options.length) {
    return { index: number - 1, length: numbered[0].length };
  }
  const found = options
    .map((name, index) => ({ index, name: name.normalize('NFC').toLocaleLowerCase('de') }))
    .filter(({ name }) => text.startsWith(name) && !/^[\p{L}\d]/u.test(text.slice(name.length)))
    .toSorted((left, right) => right.name.length - left.name.length)[0];
  return found === undefined ? undefined : { index: found.index, length: found.name.length };
};

const toToken = (word: string): Token | undefined => {
  if (/^\d{1,5}$/u.test(word)) return { type: 'number', value: Number(word) };
  const spelled = Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
  if (spelled !== undefined) return { type: 'number', value: spelled };
  const side = SIDES.find(([, pattern]) => pattern.test(word))?.[0];
  if (side !== undefined) return { type: 'side', side };
  const claim = CLAIMS.find(([, pattern]) => pattern.test(word))?.[0];
  if (claim !== undefined) return { type: 'claim', side: claim };
  if (REST.test(word)) return { type: 'rest' };
  if (ALL.test(word)) return { type: 'all' };
  if (UNANIMOUS.test(word)) return { type: 'unanimous' };
  return NONE.test(word) ? { type: 'none' } : undefined;
};
