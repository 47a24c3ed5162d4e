import { z } from 'zod';
import { idSchema } from '#core/kernel/id.ts';
import type { Channel, Timers } from './environment.ts';
import type { Unlocked } from './session.ts';

/** A tab that has just opened waits so long for another one to answer, in milliseconds. */
const ANSWER_WITHIN = 250;

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ask') }),
  z.object({
    type: z.literal('key'),
    unlocked: z.object({
      profileId: idSchema,
      personId: idSchema,
      deviceId: idSchema,
      shortCode: z.string(),
      key: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
      auth: z.string(),
    }),
  }),
  z.object({ type: z.literal('lock') }),
]);

/** The line on which an unlocked tab passes the key to the others (D15); what goes over it is never written anywhere. */
export interface KeyLine {
  /** Asks the other tabs for the key; false if nobody has it. */
  ask(): Promise<boolean>;
  /** Passes the key to tabs that stand at the door. */
  tell(): void;
  /** Locks the other tabs. */
  lock(): void;
  close(): void;
}

export const createKeyLine = (
  channel: Channel,
  timers: Timers,
  tab: {
    unlocked(): Unlocked | undefined;
    receive(unlocked: Unlocked): Promise<void>;
    lock(): Promise<void>;
  },
): KeyLine => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>();
  const tell = (): void => {
    const unlocked = tab.unlocked();
    if (unlocked !== undefined) channel.post({ type: 'key', unlocked });
  };
  const listening = channel.messages$.subscribe((value) => {
    const message = messageSchema.safeParse(value);
    switch (message.data?.type) {
      case 'ask':
        tell();
        return;
      case 'key':
        // Answered from now on: opening a profile takes longer than anybody waits for an answer.
        answer(
          tab.receive(message.data.unlocked).then(
            () => true,
            () => false,
          ),
        );
        return;
      case 'lock':
        void tab.lock();
        return;
      case undefined:
        return;
    }
  });

  return {
    ask: () => {
      channel.post({ type: 'ask' });
      timers.after(ANSWER_WITHIN, () => answer(false));
      return answered;
    },
    tell,
    lock: () => channel.post({ type: 'lock' }),
    close: () => {
      listening.unsubscribe();
      channel.close();
    },
  };
};
