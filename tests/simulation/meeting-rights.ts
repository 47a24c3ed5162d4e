import type { Id } from '#core/kernel/id.ts';
import type { AgendaItem, Conference, Motion } from '#core/meetings/conference.ts';
import type { Attendance } from '#core/meetings/outcome.ts';
import type { VoteRecord } from '#core/votes/vote-record.ts';
import type { Known, Reader } from './rights.ts';

/**
 * Who may read a conference and what belongs to it, said anew: members of the body and the guests it names; before the
 * agenda is out those who plan; a restricted item its circle and the chair.
 */
export const mayReadMeeting = (
  reader: Reader,
  document: Conference | AgendaItem | Motion | Attendance | VoteRecord,
  committed: Known,
): boolean => {
  const found = document.kind === 'conference' ? document : committed.documents.get(document.conferenceId);
  if (found?.kind !== 'conference') return false;
  const conference = found;
  const place = reader.memberships.find(({ groupId }) => groupId === conference.body.id);
  const isAmong = (named: readonly { readonly id: Id }[]): boolean =>
    named.some(({ id }) => id === reader.id);
  if (place === undefined && !isAmong(conference.guests)) return false;
  const plans =
    place?.function === 'chair' ||
    place?.function === 'deputy' ||
    isAmong([conference.chair, conference.plannedBy]);
  const isOut =
    conference.invitation !== undefined || conference.state === 'open' || conference.state === 'closed';
  const reads = (item: AgendaItem): boolean => {
    if (item.circle !== undefined) return isAmong([...item.circle, conference.chair]);
    if (!isOut) return plans;
    const named = [...item.guests, conference.chair, conference.plannedBy];
    return (
      place !== undefined ||
      isAmong(conference.minuteTaker === undefined ? named : [...named, conference.minuteTaker])
    );
  };
  switch (document.kind) {
    case 'conference':
    case 'attendance':
      return true;
    case 'agenda-item':
      return reads(document);
    case 'vote-record': {
      const item = committed.documents.get(document.itemId);
      return item?.kind === 'agenda-item' ? reads(item) : plans;
    }
    case 'motion': {
      const item = document.itemId === undefined ? undefined : committed.documents.get(document.itemId);
      return plans || isAmong([document.author]) || (item?.kind === 'agenda-item' && reads(item));
    }
  }
};
