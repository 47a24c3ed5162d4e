import { z } from 'zod';
import { FILE_BYTES_MAX } from '../../kernel/file.ts';
import { idSchema } from '../../kernel/id.ts';

/** `POST /api/files`: announces a file, or asks how far an announced one has come. */
export const openFileRequestSchema = z.object({
  /** Chosen by whoever uploads, so that a command written offline can already name it. */
  id: idSchema,
  /** Bytes. */
  size: z.int().min(1).max(FILE_BYTES_MAX),
  /** SHA-256 of the whole content (FIPS 180-4), 32 bytes in base64url. */
  sha256: z.string().regex(/^[A-Za-z0-9_-]{43}$/u),
});

/** The answer to it and to each piece. */
export const openFileResponseSchema = z.object({
  /** Bytes that have arrived: the next piece begins here. */
  offset: z.int().min(0),
  /** All of it has arrived and is what was announced. */
  complete: z.boolean(),
});

/** Where a piece begins, on requests; how much has arrived, on answers. */
export const OFFSET_HEADER = 'upload-offset';
