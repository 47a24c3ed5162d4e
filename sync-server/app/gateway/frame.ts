import { clientMessageSchema, type ClientMessage } from '#core/protocol/messages/index.ts';

/** What a frame turned out to be. */
export type Frame =
  | { readonly kind: 'message'; readonly message: ClientMessage }
  /** No JSON, or not what the protocol describes; `id` if it names one. */
  | { readonly kind: 'misfit'; readonly id: number | undefined };

/** Reads one text frame; never throws. */
export const readFrame = (text: string): Frame => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'misfit', id: undefined };
  }
  const parsed = clientMessageSchema.safeParse(value);
  return parsed.success ? { kind: 'message', message: parsed.data } : { kind: 'misfit', id: toId(value) };
};

const toId = (value: unknown): number | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && Number.isSafeInteger(value.id)
    ? Number(value.id)
    : undefined;
