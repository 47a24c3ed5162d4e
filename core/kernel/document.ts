import { z } from 'zod';
import { idSchema, type Id } from './id.ts';

/** What every document carries. Clear on a client's disk are only `id`, `kind` and `inv`; all else is sealed. */
export interface DocumentBase {
  readonly id: Id;
  /** 1 when first stored, one more with every change; 0 while it only waits in an outbox. */
  readonly rev: number;
  /** Inverse time (see `toInverseTime`): ascending is newest first. */
  readonly inv: number;
}

export const documentBaseShape = {
  id: idSchema,
  rev: z.int().min(0),
  inv: z.int().min(0).max(9_999_999_999_999),
};

/** The name under which a document shows a person, as of writing (D2). */
export interface PersonName {
  readonly id: Id;
  readonly shortCode: string;
  readonly firstName: string;
  readonly lastName: string;
}

export const personNameSchema = z.object({
  id: idSchema,
  shortCode: z.string(),
  firstName: z.string(),
  lastName: z.string(),
});

/** The name under which a document shows a group, as of writing. */
export interface GroupName {
  readonly id: Id;
  readonly name: string;
}

export const groupNameSchema = z.object({ id: idSchema, name: z.string() });
