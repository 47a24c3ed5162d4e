import type { Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import { approveDevice } from '#server/features/admin/approve-device.ts';
import { nameDevice } from '#server/features/admin/name-device.ts';
import { revokeDevice } from '#server/features/admin/revoke-device.ts';
import { acknowledge } from '#server/features/announcements/acknowledge.ts';
import { expireSlip } from '#server/features/admin/slips/expire-slip.ts';
import { handOverSlips } from '#server/features/admin/slips/hand-over-slips.ts';
import { issueSlips } from '#server/features/admin/slips/issue-slips.ts';
import { voidSlip } from '#server/features/admin/slips/void-slip.ts';
import { announce } from '#server/features/announcements/announce.ts';
import { askSender } from '#server/features/announcements/ask-sender.ts';
import { expire, release, remindLater } from '#server/features/announcements/due.ts';
import { editAnnouncement } from '#server/features/announcements/edit-announcement.ts';
import { afterLeaving } from '#server/features/announcements/leaving.ts';
import { remind } from '#server/features/announcements/remind.ts';
import { respond } from '#server/features/announcements/respond.ts';
import { withdrawAnnouncement } from '#server/features/announcements/withdraw-announcement.ts';
import type { DueKind, Handler, Stage } from '#server/features/contract.ts';
import { createAddPerson } from '#server/features/directory/add-person.ts';
import { createEditPerson } from '#server/features/directory/edit-person.ts';
import { createImportStaff } from '#server/features/directory/import-staff.ts';
import { setFlags } from '#server/features/directory/set-flags.ts';
import { setRole } from '#server/features/directory/set-role.ts';
import { setHolidays, setSchool } from '#server/features/directory/set-school.ts';
import { objectToResolution } from '#server/features/meetings/object-to-resolution.ts';
import { afterLeavingCircle } from '#server/features/meetings/resolution-leaving.ts';
import { setResolution } from '#server/features/meetings/set-resolution.ts';
import { settleObjection } from '#server/features/meetings/settle-objection.ts';
import { createGroup } from '#server/features/groups/create-group.ts';
import { removeMember } from '#server/features/groups/remove-member.ts';
import { renameGroup } from '#server/features/groups/rename-group.ts';
import { setGroupDevices } from '#server/features/groups/set-group-devices.ts';
import { setMember } from '#server/features/groups/set-member.ts';
import { addItem } from '#server/features/meetings/add-item.ts';
import { createCancelConference } from '#server/features/meetings/cancel-conference.ts';
import { editConference } from '#server/features/meetings/edit-conference.ts';
import { editItem } from '#server/features/meetings/edit-item.ts';
import { createInvite } from '#server/features/meetings/invite.ts';
import { openConference, sit } from '#server/features/meetings/live/sit.ts';
import { castBallot } from '#server/features/meetings/votes/cast-ballot.ts';
import { closeInTime, forgetVote } from '#server/features/meetings/votes/due.ts';
import { leadVote } from '#server/features/meetings/votes/lead-vote.ts';
import { supportSecrecy } from '#server/features/meetings/votes/support-secrecy.ts';
import { orderItems } from '#server/features/meetings/order-items.ts';
import { placeBodyAnew } from '#server/features/meetings/placement.ts';
import { planConference } from '#server/features/meetings/plan-conference.ts';
import { removeItem } from '#server/features/meetings/remove-item.ts';
import { settleMotion } from '#server/features/meetings/settle-motion.ts';
import { submitMotion } from '#server/features/meetings/submit-motion.ts';
import { withdrawMotion } from '#server/features/meetings/withdraw-motion.ts';
import { dropFile } from '#server/files/references.ts';
import { announcementPort } from './announcement-port.ts';
import { groupPort } from './group-port.ts';
import { prune } from './prune.ts';

/** Which handler carries out which command. A command without one does not compile. */
export const handlers: { readonly [Name in CommandName]: Handler<CommandArgs<Name>> } = {
  announce,
  'edit-announcement': editAnnouncement,
  'withdraw-announcement': withdrawAnnouncement,
  acknowledge,
  respond,
  'ask-sender': askSender,
  remind,
  'create-group': createGroup,
  'rename-group': renameGroup,
  'set-member': setMember,
  'remove-member': removeMember,
  'import-staff': createImportStaff(groupPort),
  'add-person': createAddPerson(groupPort),
  'edit-person': createEditPerson(groupPort),
  'set-school': setSchool,
  'set-holidays': setHolidays,
  'set-role': setRole,
  'set-flags': setFlags,
  'approve-device': approveDevice,
  'revoke-device': revokeDevice,
  'name-device': nameDevice,
  'set-group-devices': setGroupDevices,
  'issue-slips': issueSlips,
  'hand-over-slips': handOverSlips,
  'void-slip': voidSlip,
  'plan-conference': planConference,
  'edit-conference': editConference,
  'cancel-conference': createCancelConference(announcementPort),
  'add-item': addItem,
  'edit-item': editItem,
  'remove-item': removeItem,
  'order-items': orderItems,
  'submit-motion': submitMotion,
  'withdraw-motion': withdrawMotion,
  'settle-motion': settleMotion,
  invite: createInvite(announcementPort),
  'open-conference': openConference,
  'close-conference': sit('close-conference'),
  'take-chair': sit('take-chair'),
  'set-locked': sit('set-locked'),
  'check-in': sit('check-in'),
  'check-out': sit('check-out'),
  'set-presence': sit('set-presence'),
  'all-present-except': sit('all-present-except'),
  'admit-guest': sit('admit-guest'),
  'send-out': sit('send-out'),
  'call-item': sit('call-item'),
  'settle-item': sit('settle-item'),
  'raise-hand': sit('raise-hand'),
  'lower-hand': sit('lower-hand'),
  'list-hand': sit('list-hand'),
  'call-speaker': sit('call-speaker'),
  'finish-speaker': sit('finish-speaker'),
  'skip-speaker': sit('skip-speaker'),
  'put-speaker-back': sit('put-speaker-back'),
  'set-list-closed': sit('set-list-closed'),
  'set-resolution': setResolution,
  'object-to-resolution': objectToResolution,
  'settle-objection': settleObjection,
  'prepare-vote': leadVote('prepare-vote'),
  'show-vote': leadVote('show-vote'),
  'open-vote': leadVote('open-vote'),
  'drop-vote': leadVote('drop-vote'),
  'cast-ballot': castBallot,
  'support-secrecy': supportSecrecy,
  'close-vote': leadVote('close-vote'),
  'stop-vote': leadVote('stop-vote'),
  'enter-count': leadVote('enter-count'),
  'tick-voters': leadVote('tick-voters'),
  'enter-paper': leadVote('enter-paper'),
  'settle-tie': leadVote('settle-tie'),
  'annul-vote': leadVote('annul-vote'),
};

/** What carries out plans when they are due. */
export const dueHandlers: Readonly<Record<DueKind, (stage: Stage, subject: Id) => Promise<void>>> = {
  release,
  expire,
  remind: remindLater,
  'drop-file': dropFile,
  prune,
  'expire-slip': expireSlip,
  'close-vote': closeInTime,
  'forget-vote': forgetVote,
};

/** What features clear up when somebody has left a group; `buckets` are those the person may still read. */
export const leavingHandlers: readonly ((
  stage: Stage,
  groupId: Id,
  personId: Id,
  buckets: readonly Bucket[],
) => Promise<void>)[] = [afterLeaving, afterLeavingCircle];

/** What features place anew when members or chairs of a group have changed. */
export const placingHandlers: readonly ((stage: Stage, groupId: Id) => Promise<void>)[] = [placeBodyAnew];
