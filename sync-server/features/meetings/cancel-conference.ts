import { toCancellation } from '#core/meetings/invitation.ts';
import { cancel } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import type { AnnouncementPort } from './announcement-port.ts';
import { findConference } from './known.ts';
import { placeConference } from './placement.ts';

/** The conference does not take place; whoever was invited is told and confirms it. */
export const createCancelConference =
  (announcements: AnnouncementPort): Handler<CommandArgs<'cancel-conference'>> =>
  async (scene, args) => {
    const known = await findConference(scene, args.id);
    if (!known.ok) return refused(known.refusal);
    const { conference: before, body } = known.value;
    const outcome = cancel(before, scene.actor);
    if (!outcome.ok) return refused(outcome.refusal);
    if (before.state === 'cancelled') return STORED;
    if (before.invitation !== undefined) {
      const sent = await announcements.announce(scene, {
        id: scene.newId(),
        ...toCancellation(before),
        groupIds: [body.id],
        pinned: false,
        urgent: false,
        acknowledgement: { deadline: before.date },
      });
      if (sent.status !== 'stored') return sent;
    }
    await scene.put(outcome.value, placeConference(outcome.value, body));
    return STORED;
  };
