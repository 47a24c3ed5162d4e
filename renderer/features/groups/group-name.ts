import { renameGroup } from '#core/groups/commands.ts';
import type { Group } from '#core/groups/group.ts';
import { isProtectedGroupName } from '#core/groups/protected-name.ts';
import type { Id } from '#core/kernel/id.ts';
import { groupTexts } from '#renderer/i18n/groups.ts';

/** Characters a group's name may have; the schema of the commands says the same. */
export const GROUP_NAME_MAX = 80;

export type NameFault = 'missing' | 'too-long' | 'invalid' | 'protected-group' | 'name-taken';

/** What two names of groups are compared by. */
const toNameKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('de');

/** Why a group cannot be called so; `ownId` is the group that bears the name already. The server decides anew. */
export const findNameFault = (
  name: string,
  groups: readonly Pick<Group, 'id' | 'name'>[],
  ownId?: Id,
): NameFault | undefined => {
  const trimmed = name.trim();
  if (trimmed === '') return 'missing';
  if (trimmed.length > GROUP_NAME_MAX) return 'too-long';
  if (!renameGroup.args.shape.name.safeParse(trimmed).success) return 'invalid';
  if (isProtectedGroupName(trimmed)) return 'protected-group';
  const key = toNameKey(trimmed);
  return groups.some((group) => group.id !== ownId && toNameKey(group.name) === key)
    ? 'name-taken'
    : undefined;
};

/** Faults that are shown while the name is still being written; the others wait for the act. */
export const isFaultAtOnce = (fault: NameFault): boolean => fault !== 'missing';

/** What is wrong with the name and what to do. */
export const toNameFaultWords = (fault: NameFault, name: string): string => {
  switch (fault) {
    case 'missing':
      return groupTexts.nameMissing();
    case 'too-long':
      return groupTexts.nameTooLong(GROUP_NAME_MAX);
    case 'invalid':
      return groupTexts.nameInvalid();
    case 'protected-group':
      return groupTexts.nameProtected();
    case 'name-taken':
      return groupTexts.nameTaken(name.trim());
  }
};
