import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Conference } from '#core/meetings/conference.ts';
import { checkInvitation, toInvitation } from '#core/meetings/invitation.ts';
import { isAhead } from '#core/meetings/planning-rules.ts';
import { mayLead } from '#core/meetings/policy.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import type { AnnouncementPort } from './announcement-port.ts';
import { findConference } from './known.ts';
import { loadItems } from './parts.ts';
import { placeAnew, placeConference } from './placement.ts';

/**
 * Invites: an announcement with the agenda that everybody confirms until the day itself; from now on the agenda lies with
 * the body. Whether the period was kept is noted and refuses nothing: the chair was asked and answers for it.
 */
export const createInvite =
  (announcements: AnnouncementPort): Handler<CommandArgs<'invite'>> =>
  async (scene, args) => {
    const known = await findConference(scene, args.conferenceId);
    if (!known.ok) return refused(known.refusal);
    const { conference: before, body } = known.value;
    if (!mayLead(scene.actor, before)) return refused('forbidden');
    if (before.state === 'invited') return refused('already-invited');
    if (!isAhead(before)) return refused('conference-passed');
    const items = await loadItems(scene, before.id);
    if (!items.some(({ circle }) => circle === undefined)) return refused('invalid');
    const school = await scene.school();
    const today = toLocal(scene.now, school.zone).date;
    const check = checkInvitation(before.date, today, toRule(before), school);
    const sent = await announcements.announce(scene, {
      id: args.announcementId,
      ...toInvitation(before, items, args.note),
      groupIds: [body.id],
      pinned: false,
      urgent: false,
      acknowledgement: { deadline: before.date },
    });
    if (sent.status !== 'stored') return sent;
    const after: Conference = {
      ...before,
      state: 'invited',
      invitation: {
        announcementId: args.announcementId,
        at: scene.now,
        by: scene.me,
        ...(check.kind === 'unset' ? {} : { latest: check.latest }),
        inTime: check.kind !== 'late',
      },
    };
    await scene.put(after, placeConference(after, body));
    await placeAnew(scene, after);
    return STORED;
  };

const toRule = ({ ruleSet }: Conference) =>
  ruleSet === undefined ? undefined : findRuleSet(ruleSet)?.invitation;
