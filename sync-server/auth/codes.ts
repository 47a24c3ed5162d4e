import { readTypedCode, toLocator } from '#core/admin/slip-code.ts';
import { toLocatorSalt, toSecret, toSlipSalt } from '#core/admin/slip-derivation.ts';
import { toShortCodeKey } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { toSlowHash } from './hash.ts';
import { toCodeSalt, type Keyed } from './keyed.ts';

/** A code as somebody presents it: the whole one names its slip, the short form comes with the person's short code. */
export interface PresentedCode {
  readonly code: string;
  readonly shortCode?: string | undefined;
}

/** What a job can judge a presented code by: slow hashes, made before it, since jobs never wait. */
export type HashedCode =
  | { readonly form: 'long'; readonly locator: string; readonly longHash: string }
  | {
      readonly form: 'short';
      readonly shortCodeKey: string;
      readonly shortHash: string;
      /** The same as a code of the console; undefined where there is none. */
      readonly consoleHash: string | undefined;
    }
  /** No code at all, or one with a typing error: never right. */
  | { readonly form: 'none' };

/** Whose attempts a presented code counts for: those at its slip, or at the short code. */
export const toAttemptName = ({ code, shortCode }: PresentedCode): string => {
  const read = readTypedCode(code);
  if (read.form === 'long') return `slip ${toLocator(read.code)}`;
  return shortCode === undefined ? 'nobody' : toShortCodeKey(shortCode);
};

/** Hashes a presented code. It takes its time whether it finds anybody or not. */
export const hashCode = async (
  reader: Reader,
  { code, shortCode }: PresentedCode,
  keyed: Keyed,
): Promise<HashedCode> => {
  const read = readTypedCode(code);
  if (read.form === 'long') {
    const locator = toLocator(read.code);
    const longHash = await toSlowHash(toSecret(read.code), toLocatorSalt(locator));
    return { form: 'long', locator, longHash };
  }
  if (read.form !== 'short' || shortCode === undefined) return { form: 'none' };
  const shortCodeKey = toShortCodeKey(shortCode);
  const person = await reader.get<{ id: Id; issued: number }>(
    `select id, exists (select 1 from access_code where person_id = person.id) as issued
     from person where short_code_key = ? and active = 1`,
    shortCodeKey,
  );
  const falseSalt = keyed.toFalseSalt('slip', toAttemptName({ code, shortCode }));
  const salt = person === undefined ? falseSalt : toSlipSalt(person.id);
  const hasConsoleCode = person !== undefined && person.issued === 1;
  const [shortHash, consoleHash] = await Promise.all([
    toSlowHash(read.code, salt),
    hasConsoleCode ? toSlowHash(read.code, toCodeSalt(keyed, shortCodeKey)) : undefined,
  ]);
  return { form: 'short', shortCodeKey, shortHash, consoleHash };
};
