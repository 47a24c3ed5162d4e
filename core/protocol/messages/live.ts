import { z } from 'zod';
import { checkpointSchema } from './pull.ts';

/** Client to server: send changes as they happen from now on. */
export const liveSchema = z.object({ op: z.literal('live'), id: z.int().min(1) });

/** Server to client: what was committed just now, for this reader. */
export const changeSchema = z.object({
  op: z.literal('change'),
  documents: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  checkpoint: checkpointSchema,
});

/** Server to client: pull, because something was missed or the readable buckets have changed. */
export const resyncSchema = z.object({ op: z.literal('resync') });
