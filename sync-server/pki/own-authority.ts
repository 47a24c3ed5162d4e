import type { Instant } from '#core/kernel/clock.ts';
import { createAuthority, isAuthorityFit, isIssuedFit, issueCertificate } from './authority.ts';
import type { ServerName } from './names.ts';
import { joinPem, splitPem, type KeyAndChain } from './pem.ts';
import type { PkiFolder } from './pki-folder.ts';
import { KeyFileError, readPrivate, writePrivate } from './private-file.ts';

/** The school's own authority and what it has issued for the server. */
export interface OwnCertificates {
  readonly authority: KeyAndChain;
  readonly issued: KeyAndChain;
}

/**
 * Reads authority and server certificate, and makes or renews what is missing, too old or lacks a name. The key of an
 * authority is never replaced by itself: every device knows the server by it. Throws KeyFileError if it is damaged or
 * readable for others. `anew` is for whoever decides that the key must go.
 */
export const keepOwnCertificates = async (
  folder: PkiFolder,
  schoolName: string,
  names: readonly ServerName[],
  now: Instant,
  anew = false,
): Promise<OwnCertificates> => {
  const known = anew ? undefined : readPair(folder.authority);
  const [certificate = ''] = known?.chain ?? [];
  const isFit = known !== undefined && isAuthorityFit(certificate, names, now);
  const authority = isFit ? known : await createAuthority(schoolName, names, now, known?.key);
  if (!isFit) writePrivate(folder.authority, joinPem(authority));

  const before = anew ? undefined : readIssued(folder.issued);
  if (before !== undefined && isIssuedFit(before, authority, names, now)) {
    return { authority, issued: before };
  }
  const issued = await issueCertificate(authority, names, now);
  writePrivate(folder.issued, joinPem(issued));
  return { authority, issued };
};

/** Reads a key with its chain; undefined where there is none. Throws KeyFileError if the file is damaged. */
export const readPair = (file: string): KeyAndChain | undefined => {
  const text = readPrivate(file);
  if (text === undefined) return undefined;
  const pair = splitPem(text);
  if (pair === undefined) throw new KeyFileError({ problem: 'key-lost', detail: file });
  return pair;
};

/** What was issued can be issued anew: a damaged file counts as none, one that others can read does not. */
const readIssued = (file: string): KeyAndChain | undefined => {
  const text = readPrivate(file);
  return text === undefined ? undefined : splitPem(text);
};
