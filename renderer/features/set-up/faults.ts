import { isGuessable, missingCharacters } from '#core/access/password.ts';
import { isProtectedGroupName } from '#core/access/protected-name.ts';
import { hostSchema, proxySchema, publicAddressSchema } from '#core/admin/reach.ts';
import {
  administratorSchema,
  ALL_STAFF_NAME,
  findAdministratorFault,
  typedBodyNameSchema,
  typedNameSchema,
  typedSchoolNameSchema,
  typedShortCodeSchema,
} from '#core/admin/set-up.ts';
import { toGroupKey } from '#core/directory/import/read-staff-list.ts';
import { schoolHolidaySchema } from '#core/kernel/calendar/school-calendar.ts';
import type { PrintedKey } from '#core/protocol/messages/set-up.ts';
import { envelopeTexts } from '#renderer/i18n/envelope.ts';
import { passwordTexts } from '#renderer/i18n/password.ts';
import { setUpTexts as texts } from '#renderer/i18n/set-up.ts';
import { isBlock, toBlocks } from './blocks.ts';
import { toHosts, toProxies, type AdministratorAnswer, type Answers, type Step } from './answers.ts';

/** What is wrong on a screen, in words; undefined is right. */
type Fault = string | undefined;

/** What is typed and kept nowhere. */
export interface Secrets extends Passwords, Proof {}

/** Shows that the sheet was printed. */
export interface Proof {
  readonly block: string;
  readonly askedBlock: number;
  readonly recoveryKey: PrintedKey | undefined;
}

export interface Passwords {
  readonly password: string;
  readonly again: string;
}

const named = (schema: typeof typedSchoolNameSchema | typeof typedNameSchema, text: string): Fault => {
  if (text.trim() === '') return texts.fillIn();
  return schema.safeParse(text).success ? undefined : texts.nameUnreadable();
};

export const toSchoolFaults = ({ name, land }: Answers): { readonly name: Fault; readonly land: Fault } => ({
  name: named(typedSchoolNameSchema, name),
  land: land === undefined ? texts.landMissing() : undefined,
});

/** One fault for each body; those that are not wanted have none. */
export const toBodyFaults = ({ bodies }: Answers): readonly Fault[] => {
  const keys = bodies.map(({ name, wanted }) => (wanted ? toGroupKey(name) : undefined));
  return bodies.map(({ name, wanted }, index) => {
    if (!wanted) return undefined;
    if (name.trim() === '') return texts.fillIn();
    if (!typedBodyNameSchema.safeParse(name).success) return texts.nameUnreadable();
    if (isProtectedGroupName(name)) return texts.protectedBody();
    const isTaken = keys[index] === toGroupKey(ALL_STAFF_NAME) || keys.indexOf(keys[index]) !== index;
    return isTaken ? texts.bodyTaken() : undefined;
  });
};

/** One fault for each range of holidays. */
export const toHolidayFaults = ({ holidays }: Answers): readonly Fault[] =>
  holidays.map((holiday) => {
    if (holiday.name.trim() === '' || holiday.from === '' || holiday.to === '')
      return texts.holidayIncomplete();
    if (holiday.from > holiday.to) return texts.holidayBackwards();
    return schoolHolidaySchema.safeParse(holiday).success ? undefined : texts.holidayWrong();
  });

export interface AdministratorFaults {
  readonly firstName: Fault;
  readonly lastName: Fault;
  readonly shortCode: Fault;
}

export const toAdministratorFaults = (given: AdministratorAnswer): AdministratorFaults => ({
  firstName: named(typedNameSchema, given.firstName),
  lastName: named(typedNameSchema, given.lastName),
  shortCode:
    given.shortCode.trim() === ''
      ? texts.fillIn()
      : typedShortCodeSchema.safeParse(given.shortCode).success
        ? undefined
        : texts.shortCodeWrong(),
});

/** What is wrong with both together: one person twice. */
export const toPairFault = ({ first, second }: Answers): Fault => {
  const [one, other] = [administratorSchema.safeParse(first), administratorSchema.safeParse(second)];
  if (!one.success || !other.success) return undefined;
  const fault = findAdministratorFault(one.data, other.data);
  if (fault === undefined) return undefined;
  return fault === 'same-person' ? texts.samePerson() : texts.sameShortCode();
};

export const toPasswordFaults = (
  { first, name }: Answers,
  { password, again }: Passwords,
): { readonly password: Fault; readonly again: Fault } => {
  const missing = missingCharacters(password);
  const known = [first.firstName, first.lastName, first.shortCode, name];
  const weak = missing === 0 && isGuessable(password, known) ? texts.passwordGuessable() : undefined;
  return {
    password: missing > 0 ? passwordTexts.short(missing) : weak,
    again: again === password ? undefined : passwordTexts.differ(),
  };
};

export const toAddressFaults = (
  answers: Answers,
): { readonly others: Fault; readonly publicAddress: Fault; readonly all: Fault } => {
  const { otherHosts, publicAddress } = answers;
  const wrong = toHosts({ ...answers, hosts: [] }).find((host) => !hostSchema.safeParse(host).success);
  const isPublicWrong = publicAddress.trim() !== '' && !publicAddressSchema.safeParse(publicAddress).success;
  const hasNone = toHosts(answers).length === 0 && publicAddress.trim() === '';
  return {
    others: otherHosts.trim() !== '' && wrong !== undefined ? texts.hostWrong(wrong) : undefined,
    publicAddress: isPublicWrong ? texts.publicAddressWrong() : undefined,
    all: hasNone ? texts.addressMissing() : undefined,
  };
};

/** What a proxy needs: where it comes from, and the address from outside, which is asked on the screen before. */
export const toCertificateFaults = (
  answers: Answers,
): { readonly proxies: Fault; readonly address: Fault } => {
  if (answers.certificate !== 'proxy') return { proxies: undefined, address: undefined };
  const proxies = toProxies(answers);
  const isRight = proxies.length > 0 && proxies.every((proxy) => proxySchema.safeParse(proxy).success);
  return {
    proxies: isRight ? undefined : texts.proxiesWrong(),
    address: answers.publicAddress.trim() === '' ? texts.proxyAddressMissing() : undefined,
  };
};

/** Whether the block of the key that was asked for is the one that was typed. */
export const toBlockFault = ({ block, askedBlock, recoveryKey }: Proof): Fault => {
  if (recoveryKey === undefined) return envelopeTexts.missing();
  if (block.trim() === '') return texts.fillIn();
  const right = toBlocks(recoveryKey)[askedBlock];
  return right !== undefined && isBlock(block, right)
    ? undefined
    : envelopeTexts.confirmWrong(askedBlock + 1);
};

const isAny = (faults: object): boolean => Object.values(faults).some((fault) => fault !== undefined);

/** Whether something on this screen keeps from going on. */
export const hasFault = (step: Step, answers: Answers, secrets: Secrets): boolean => {
  switch (step) {
    case 'school':
      return isAny(toSchoolFaults(answers));
    case 'bodies':
      return isAny(toBodyFaults(answers));
    case 'holidays':
      return isAny(toHolidayFaults(answers));
    case 'administrators':
      return (
        isAny(toAdministratorFaults(answers.first)) ||
        isAny(toAdministratorFaults(answers.second)) ||
        toPairFault(answers) !== undefined ||
        isAny(toPasswordFaults(answers, secrets))
      );
    case 'addresses':
      return isAny(toAddressFaults(answers));
    case 'certificate':
      return isAny(toCertificateFaults(answers));
    case 'envelope':
      return toBlockFault(secrets) !== undefined;
  }
};
