import type { GroupFunction, Role, VotingStatus } from '#core/access/roles.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Group, GroupType } from '#core/groups/group.ts';
import { groupTexts } from '#renderer/i18n/groups.ts';

/** "Fachschaft". */
export const toTypeWord = (type: GroupType): string =>
  ({
    staff: groupTexts.typeStaff,
    subject: groupTexts.typeSubject,
    class: groupTexts.typeClass,
    working: groupTexts.typeWorking,
    body: groupTexts.typeBody,
  })[type]();

/** "Arbeitsgruppe · 7 Mitglieder"; where the name says the kind already ("Fachschaft Deutsch"), only "14 Mitglieder". */
export const toKindLine = (group: Pick<Group, 'name' | 'type' | 'members'>): string => {
  const type = toTypeWord(group.type);
  const saysItself = group.name.toLocaleLowerCase('de').startsWith(type.toLocaleLowerCase('de'));
  return [...(saysItself ? [] : [type]), groupTexts.memberCount(group.members.length)].join(' · ');
};

/** "Lehrkraft". */
export const toRoleWord = (role: Role): string =>
  ({
    teacher: groupTexts.roleTeacher,
    leadership: groupTexts.roleLeadership,
    office: groupTexts.roleOffice,
    'parent-representative': groupTexts.roleParents,
    guest: groupTexts.roleGuest,
  })[role]();

/** "Vorsitz". */
export const toFunctionWord = (place: GroupFunction): string =>
  ({
    chair: groupTexts.chair,
    deputy: groupTexts.deputy,
    member: groupTexts.member,
    guest: groupTexts.guest,
  })[place]();

/** "stimmberechtigt". */
export const toVoteWord = (status: VotingStatus): string =>
  ({
    entitled: groupTexts.entitled,
    advisory: groupTexts.advisory,
    dormant: groupTexts.dormant,
  })[status]();

/** "Zum Vorsitz machen". */
export const toMakeWords = (place: GroupFunction): string =>
  ({
    chair: groupTexts.makeChair,
    deputy: groupTexts.makeDeputy,
    member: groupTexts.makeMember,
    guest: groupTexts.makeGuest,
  })[place]();

/** "Stimmrecht geben". */
export const toVoteWords = (status: VotingStatus): string =>
  ({
    entitled: groupTexts.makeEntitled,
    advisory: groupTexts.makeAdvisory,
    dormant: groupTexts.makeDormant,
  })[status]();

/** Why a change of a group was not made, and what to do about it; `name` is the one that was asked for. */
export const toReasonWords = (reason: RefusalKind | 'outbox-full' | 'disk-full', name = ''): string => {
  const known: Partial<Record<typeof reason, () => string>> = {
    forbidden: groupTexts.reasonForbidden,
    'not-found': groupTexts.reasonGone,
    conflict: groupTexts.reasonConflict,
    'protected-group': groupTexts.nameProtected,
    'name-taken': () => groupTexts.nameTaken(name),
    'last-chair': () => `${groupTexts.lastChairTitle()} ${groupTexts.lastChairSays()}`,
    'outbox-full': groupTexts.outboxFull,
    'disk-full': groupTexts.diskFull,
  };
  return (known[reason] ?? groupTexts.reasonOther)();
};
