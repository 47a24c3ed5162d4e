import type { Person } from '#core/directory/person.ts';
import { rolesTexts as texts } from '#renderer/i18n/roles.ts';
import type { Asked, Workspace } from '#renderer/replica/contract.ts';
import { toFaultWords } from '../faults.ts';
import { toRightsLine } from '../role-words.ts';

type Rights = Pick<Person, 'role' | 'administrator' | 'staffCouncil'>;

export type Saved =
  | { readonly ok: true }
  /** Somebody else was faster: the next attempt is made on the person as they are by then. */
  | { readonly ok: false; readonly conflict: true }
  /** `basis` is what the next attempt is made on. */
  | { readonly ok: false; readonly conflict: false; readonly fault: string; readonly basis: Person };

/**
 * Saves what differs: the role first, since flags depend on it, then the flags on the revision that made.
 */
export const saveRights = async (
  workspace: Pick<Workspace, 'ask'>,
  basis: Person,
  wanted: Rights,
): Promise<Saved> => {
  let saved = basis;
  const fail = (reason: Extract<Asked, { ok: false }>['reason']): Saved => {
    if (reason === 'conflict') return { ok: false, conflict: true };
    const half = saved === basis ? [] : [texts.halfSaved(toRightsLine(saved))];
    return { ok: false, conflict: false, fault: [toFaultWords(reason), ...half].join(' '), basis: saved };
  };
  const personId = basis.id;
  if (wanted.role !== basis.role) {
    const asked = await workspace.ask('set-role', { personId, role: wanted.role }, { baseRev: basis.rev });
    if (!asked.ok) return fail(asked.reason);
    saved = { ...basis, role: wanted.role, rev: asked.rev ?? basis.rev + 1 };
  }
  const { administrator, staffCouncil } = wanted;
  if (administrator !== basis.administrator || staffCouncil !== basis.staffCouncil) {
    const asked = await workspace.ask(
      'set-flags',
      { personId, administrator, staffCouncil },
      { baseRev: saved.rev },
    );
    if (!asked.ok) return fail(asked.reason);
  }
  return { ok: true };
};
