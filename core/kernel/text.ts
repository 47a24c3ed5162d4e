import { z } from 'zod';

/** Control characters, line breaks included, and the marks that turn the direction of writing around. */
const FORBIDDEN_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const FORBIDDEN_IN_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** One line a person typed: trimmed, not empty, without control characters; `max` counts UTF-16 units. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !FORBIDDEN_IN_LINE.test(text));

/** Several lines a person typed, as plain text. */
export const plainTextSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !FORBIDDEN_IN_TEXT.test(text));
