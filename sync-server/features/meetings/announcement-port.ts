import type { CommandArgs } from '#core/protocol/commands.ts';
import type { Handler } from '../contract.ts';

/** Invitations and cancellations are announcements like any other, by the rules of announcements. */
export interface AnnouncementPort {
  readonly announce: Handler<CommandArgs<'announce'>>;
}
