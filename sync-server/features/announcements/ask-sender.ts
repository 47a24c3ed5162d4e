import { toThreadId } from '#core/announcements/ids.ts';
import { ask } from '#core/announcements/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { placeThread } from './placement.ts';

/** One more message in the thread of two; the first question of a reader opens it. */
export const askSender: Handler<CommandArgs<'ask-sender'>> = async (scene, args) => {
  const threadId = toThreadId(args.announcementId, args.askerId);
  const announcement = await scene.load('announcement', args.announcementId);
  const thread = await scene.load('thread', threadId);
  // Who has left the group may still answer in a thread that is theirs, but opens no new one.
  const seen = thread === undefined ? args.announcementId : threadId;
  const isPlainlyTheirs = await scene.isReadable(seen);
  if (announcement === undefined || !isPlainlyTheirs) {
    return refused((await scene.isReadable(args.announcementId)) ? 'forbidden' : 'not-found');
  }
  const outcome = ask(thread, announcement, args, { asker: scene.me }, scene.actor, scene.now);
  if (!outcome.ok) return refused(outcome.refusal);
  await scene.put(outcome.value, placeThread(outcome.value));
  return STORED;
};
