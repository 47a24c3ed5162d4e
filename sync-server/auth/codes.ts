import { readTypedCode, toLocator, toShortForm } from '#core/admin/slip-code.ts';
import { toLongHash, toSlipSalt } from '#core/admin/slip-derivation.ts';
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
  | { readonly form: 'long'; readonly locator: string; readonly shortHash: string; readonly longHash: string }
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
  const falseSalt = keyed.toFalseSalt('slip', toAttemptName({ code, shortCode }));
  const read = readTypedCode(code);
  if (read.form === 'long') {
    const locator = toLocator(read.code);
    const slip = await reader.get<{ person_id: Id }>('select person_id from slip where locator = ?', locator);
    const salt = slip === undefined ? falseSalt : toSlipSalt(slip.person_id);
    const shortHash = await toSlowHash(toShortForm(read.code), salt);
    return { form: 'long', locator, shortHash, longHash: toLongHash(read.code, shortHash) };
  }
  if (read.form !== 'short' || shortCode === undefined) return { form: 'none' };
  const shortCodeKey = toShortCodeKey(shortCode);
  const person = await reader.get<{ id: Id; issued: number }>(
    `select id, exists (select 1 from access_code where person_id = person.id) as issued
     from person where short_code_key = ? and active = 1`,
    shortCodeKey,
  );
  const salt = person === undefined ? falseSalt : toSlipSalt(person.id);
  const hasConsoleCode = person !== undefined && person.issued === 1;
  const [shortHash, consoleHash] = await Promise.all([
    toSlowHash(read.code, salt),
    hasConsoleCode ? toSlowHash(read.code, toCodeSalt(keyed, shortCodeKey)) : undefined,
  ]);
  return { form: 'short', shortCodeKey, shortHash, consoleHash };
};
