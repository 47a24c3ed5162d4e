import { z } from 'zod';
import { KeyFileError, readPrivate, writePrivate } from './private-file.ts';
import type { PkiFolder } from './pki-folder.ts';

/** How the school's server is reached safely; kept in the data folder beside the keys. */
const choiceSchema = z.object({
  /** What TLS is served with; without it only a proxy, or nobody but this machine, should come. */
  certificate: z
    .discriminatedUnion('way', [
      /** Certificates of the school's own authority. */
      z.object({ way: z.literal('own'), schoolName: z.string(), names: z.array(z.string()).min(1) }),
      /** An uploaded one; whether browsers know its authority by themselves. */
      z.object({ way: z.literal('uploaded'), isPubliclyTrusted: z.boolean() }),
    ])
    .optional(),
  /** A proxy at which TLS ends; only from these addresses forwarded ones count. May stand beside a certificate. */
  proxy: z
    .object({
      proxies: z.array(z.string()).min(1),
      /** Under which it is reached, for example `https://schule.de/umlauf/`. */
      address: z.string(),
    })
    .optional(),
});

export type ReachChoice = z.infer<typeof choiceSchema>;

/** The stored choice; empty before anybody chose. Throws KeyFileError if the file is damaged. */
export const readChoice = (folder: PkiFolder): ReachChoice => {
  const text = readPrivate(folder.choice);
  if (text === undefined) return {};
  try {
    return choiceSchema.parse(JSON.parse(text));
  } catch {
    throw new KeyFileError({ problem: 'key-lost', detail: folder.choice });
  }
};

/** Stores a part of the choice; the other stays, unless the file is damaged: then somebody is choosing anew. */
export const changeChoice = (folder: PkiFolder, change: Partial<ReachChoice>): void => {
  writePrivate(folder.choice, JSON.stringify({ ...readSoundChoice(folder), ...change }));
};

const readSoundChoice = (folder: PkiFolder): ReachChoice => {
  try {
    return readChoice(folder);
  } catch (error) {
    if (error instanceof KeyFileError && error.problem.problem === 'key-lost') return {};
    throw error;
  }
};
