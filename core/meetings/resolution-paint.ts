import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Resolution } from './outcome.ts';
import type { setResolution } from './resolution-commands.ts';
import { set } from './resolutions.ts';

/** A resolution as it will stand once what was written here has arrived. */
export const paintSetResolution = (
  before: Resolution | undefined,
  args: z.infer<(typeof setResolution)['args']>,
  hints: { readonly actor: Actor; readonly person?: PersonName | undefined },
): Resolution | undefined => {
  if (before === undefined) return undefined;
  const responsible = args.responsibleId === undefined ? undefined : (hints.person ?? before.responsible);
  const outcome = set(before, args, responsible, hints.actor);
  return outcome.ok ? outcome.value : before;
};
