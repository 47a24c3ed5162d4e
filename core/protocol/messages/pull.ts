import { z } from 'zod';

/**
 * Where a replica stands: two flat keys for each bucket (D12). `<bucket>` holds `epoch.number.tag` of the upper edge,
 * `<bucket>~` the lower edge; `''` means the bucket was left.
 */
export const checkpointSchema = z.record(z.string().max(80), z.union([z.string().max(80), z.int().min(0)]));
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** Client to server: the next page since the checkpoint. */
export const pullSchema = z.object({
  op: z.literal('pull'),
  id: z.int().min(1),
  checkpoint: checkpointSchema.nullable(),
  limit: z.int().min(1).max(500),
});

/** Server to client: a page; shorter than 50 only if nothing is left. Or `reset`: pull into a fresh database (D3). */
export const pageSchema = z.object({
  op: z.literal('page'),
  id: z.int(),
  reset: z.boolean().optional(),
  documents: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  checkpoint: checkpointSchema,
});
