import type { Announcement, Status, Thread, Totals } from '#core/announcements/announcement.ts';
import type { School } from '#core/directory/school.ts';
import type { Painted, Pending } from '#core/protocol/overlay.ts';
import type { Self, Truth, Workspace } from '#renderer/replica/contract.ts';
import type { Place } from '../place.ts';

/** Everything an open announcement is painted from. */
export interface LetterView {
  readonly workspace: Workspace;
  readonly now: number;
  readonly hrefOf: (place: Place) => string;
  readonly notSavedHref: string;
  readonly announcement: Painted<'announcement'>;
  readonly receipt: Painted<'receipt'> | undefined;
  readonly status: Painted<'status'> | Status | undefined;
  readonly totals: Totals | undefined;
  readonly threads: readonly (Painted<'thread'> | Thread)[];
  readonly self: Self | undefined;
  readonly school: School | undefined;
  readonly truth: Truth | undefined;
  readonly outbox: readonly Pending[];
  readonly notSaved: readonly Pending[];
}

/** What the author waits for; counted in one list of who is missing. */
export const toWanted = ({
  acknowledgement,
  form,
}: Pick<Announcement, 'acknowledgement' | 'form'>): 'acknowledge' | 'respond' | 'both' =>
  form === undefined ? 'acknowledge' : acknowledgement === undefined ? 'respond' : 'both';
