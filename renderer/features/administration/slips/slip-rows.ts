import type { Actor } from '#core/access/actor.ts';
import { mayHandOverTo, mayIssueTo } from '#core/admin/slip-policy.ts';
import { hasAccess, isOut, type Slip } from '#core/admin/slip.ts';
import type { Person } from '#core/directory/person.ts';
import type { Findable } from '#core/directory/matching.ts';
import { dateNumeric, moment } from '#renderer/i18n/format.ts';
import { slipsTexts as texts } from '#renderer/i18n/slips.ts';

/** Where a person stands: without access, with a slip to be handed over, with a slip in hand, with access. */
export type SlipView = 'none' | 'printed' | 'out' | 'access';

/** A person with their slip, as the page lists them and finds them by their name. */
export interface SlipRow extends Findable {
  readonly person: Person;
  readonly slip: Slip | undefined;
  readonly view: SlipView;
}

const toView = (slip: Slip | undefined): SlipView => {
  if (slip?.state === 'issued') return 'printed';
  if (slip?.state === 'handed-over') return 'out';
  return hasAccess(slip) ? 'access' : 'none';
};

export const toRows = (persons: readonly Person[], slips: readonly Slip[]): readonly SlipRow[] => {
  const byPerson = new Map(slips.map((slip) => [slip.person.id, slip]));
  return persons.map((person) => {
    const slip = byPerson.get(person.id);
    const { shortCode, firstName, lastName, role } = person;
    return { person, slip, view: toView(slip), shortCode, firstName, lastName, role, groups: [] };
  });
};

/** What the list says about a person's access. */
export const toSays = ({ slip }: SlipRow, now: number): string => {
  if (slip === undefined) return texts.never();
  const when = moment(slip.endedAt ?? now, now);
  const says = (): string => {
    switch (slip.state) {
      case 'issued':
        return texts.wasIssued(
          slip.number,
          moment(slip.issued?.at ?? now, now),
          slip.issued?.by.shortCode ?? '',
        );
      case 'handed-over':
        return texts.wasHandedOver(
          moment(slip.handedOver?.at ?? now, now),
          slip.handedOver?.by.shortCode ?? '',
          slip.validUntil === undefined ? '' : dateNumeric(slip.validUntil),
        );
      case 'used':
        return texts.wasUsed(when);
      case 'expired':
        return texts.wasExpired(when);
      case 'void':
        return texts.wasVoid(when);
    }
  };
  return slip.reset && isOut(slip) ? `${says()}, ${texts.forReset()}` : says();
};

/** Why nothing can be done for the person in this view, or undefined if it can. */
export const toBar = (actor: Actor, { person, slip, view }: SlipRow): string | undefined => {
  if (view === 'printed' && slip !== undefined) {
    const may = mayHandOverTo(actor, person, { reset: slip.reset, issuedBy: slip.issued?.by.id });
    return may ? undefined : texts.otherHands();
  }
  return mayIssueTo(actor, person, hasAccess(slip)) ? undefined : texts.yourself();
};
