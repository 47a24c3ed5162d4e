import { createHash } from 'node:crypto';
import { commandDefinitions } from '#core/protocol/command-schema.ts';
import type { Command } from '#core/protocol/commands.ts';
import { idSchema } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';

/** A command that fits its schema, with the hash of its content. */
export interface Envelope {
  readonly command: Command;
  readonly hash: string;
}

/** Reads a command as it came over the wire. Refuses with `invalid`; what is invalid once is invalid always. */
export const readEnvelope = (sent: unknown): Result<Envelope, 'invalid'> => {
  if (typeof sent !== 'object' || sent === null) return refuse('invalid');
  const { mid, name, args, baseRev } = sent as Readonly<Record<string, unknown>>;
  const definition = commandDefinitions.find((known) => known.name === name);
  const parsedMid = idSchema.safeParse(mid);
  const parsedArgs = definition?.args.safeParse(args);
  if (definition === undefined || !parsedMid.success || parsedArgs?.success !== true)
    return refuse('invalid');
  const isRevision = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  if (baseRev !== undefined && !isRevision(baseRev)) return refuse('invalid');
  const command = {
    mid: parsedMid.data,
    name: definition.name,
    args: parsedArgs.data,
    ...(baseRev === undefined ? {} : { baseRev }),
  } as Command;
  // What was understood, not what was sent: only that is known to be shallow enough to be walked through.
  return accept({ command, hash: toContentHash({ name, args: parsedArgs.data, baseRev }) });
};

/** The same content gives the same hash, whatever the order of its keys. */
const toContentHash = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sortKeys(content)))
    .digest('base64url');

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  );
};
