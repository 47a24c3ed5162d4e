import { filter, map, type Observable } from 'rxjs';
import { z } from 'zod';
import { REFUSAL_KINDS } from '#core/access/refusal.ts';
import type { Channel } from './environment.ts';

/** What the tab with the line to the server knows and the others show as well. */
export const standingSchema = z.object({
  connection: z.enum(['online', 'connecting', 'offline']),
  asOf: z.number().optional(),
  filling: z.object({ documents: z.number() }).optional(),
  obstacle: z.enum([...REFUSAL_KINDS, 'disk-full']).optional(),
  /** The server's clock minus ours, in milliseconds. */
  offset: z.number(),
});
export type Standing = z.infer<typeof standingSchema>;

const askedSchema = z.union([
  z.object({ ok: z.literal(true), rev: z.number().optional() }),
  z.object({ ok: z.literal(false), reason: z.enum([...REFUSAL_KINDS, 'unreachable', 'unanswered']) }),
]);

const messageSchema = z.discriminatedUnion('type', [
  /** Commands of the outbox were changed. */
  z.object({ type: z.literal('commands'), mids: z.array(z.string()) }),
  z.object({ type: z.literal('drafts') }),
  /** Files of this device were changed. */
  z.object({ type: z.literal('files') }),
  z.object({ type: z.literal('standing'), standing: standingSchema }),
  /** A tab has opened and wants to know the standing. */
  z.object({ type: z.literal('ask') }),
  /** A command that only the tab with the line can give to the server, and what it said. */
  z.object({ type: z.literal('command'), command: z.looseObject({ mid: z.string() }) }),
  z.object({ type: z.literal('answer'), mid: z.string(), answer: askedSchema }),
  /** The replica lies in another database now (D3). */
  z.object({ type: z.literal('swap'), name: z.string() }),
]);
export type TabMessage = z.infer<typeof messageSchema>;

/** The line between the tabs of one unlocked profile. Of content only an act of the administration goes over it, never to disk. */
export interface Tabs {
  tell(message: TabMessage): void;
  on<Type extends TabMessage['type']>(type: Type): Observable<Extract<TabMessage, { type: Type }>>;
  close(): void;
}

/** A tab of an older or newer program may say what this one does not know: that is not heard. */
export const createTabs = (channel: Channel): Tabs => {
  const heard$ = channel.messages$.pipe(
    map((message) => messageSchema.safeParse(message)),
    filter((parsed) => parsed.success),
    map((parsed) => parsed.data),
  );
  return {
    tell: (message) => channel.post(message),
    on: <Type extends TabMessage['type']>(type: Type) =>
      heard$.pipe(filter((message): message is Extract<TabMessage, { type: Type }> => message.type === type)),
    close: () => channel.close(),
  };
};
