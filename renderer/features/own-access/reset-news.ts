import type { Slip } from '#core/admin/slip.ts';
import { toFullName } from '#core/directory/person.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { dateNumeric, time } from '#renderer/i18n/format.ts';
import { ownAccessTexts as texts } from '#renderer/i18n/own-access.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';

/** What happens to somebody's password, in words for that person. */
export interface ResetNews {
  readonly at: Instant;
  readonly title: string;
  readonly says: string;
  readonly ask: string;
}

/** What a person is to know of their slip (R6), or undefined: a first access, a slip that is void, are no news. */
export const toResetNews = (slip: Slip | undefined): ResetNews | undefined => {
  if (slip === undefined || !slip.reset) return undefined;
  switch (slip.state) {
    case 'used':
      return slip.endedAt === undefined ? undefined : toUsed(slip, slip.endedAt);
    case 'issued':
    case 'handed-over':
      return slip.issued === undefined ? undefined : toIssued(slip, slip.issued.at);
    case 'expired':
    case 'void':
      return undefined;
  }
};

const toUsed = (slip: Slip, at: Instant): ResetNews => ({
  at,
  title: texts.usedTitle(),
  says:
    slip.issued === undefined
      ? texts.usedAtServer(...toDayAndTime(at))
      : `${texts.used(...toDayAndTime(at))}${toHands(slip)}.`,
  ask: texts.notYouUsed(),
});

const toIssued = (slip: Slip, at: Instant): ResetNews => ({
  at: slip.handedOver?.at ?? at,
  title: texts.issuedTitle(),
  says: `${texts.issued(...toDayAndTime(at))}${toHands(slip)}. ${texts.untilThen()}`,
  ask: texts.notYouIssued(),
});

const toDayAndTime = (at: Instant): [string, string] => [dateNumeric(toWallTime(at).date), time(at)];

/** "; ausgestellt von …, ausgehändigt von …" */
const toHands = ({ issued, handedOver }: Slip): string => {
  const hands = [
    ...(issued === undefined ? [] : [texts.issuedBy(toFullName(issued.by))]),
    ...(handedOver === undefined ? [] : [texts.handedOverBy(toFullName(handedOver.by))]),
  ];
  return hands.length === 0 ? '' : `; ${hands.join(', ')}`;
};
