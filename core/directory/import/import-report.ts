import type { Role } from '../../access/roles.ts';
import type { ImportPlan } from './plan-import.ts';
import { toGermanReason } from './refusal.ts';

/** What the command line prints of an import, exactly. */
export interface ImportReport {
  readonly read: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly people: readonly {
    readonly shortCode: string;
    readonly lastName: string;
    readonly firstName: string;
    readonly role: Role;
    readonly groups: readonly string[];
  }[];
}

/** The report of a plan: numbers, refusals with their German reasons, and the persons as they stand afterwards. */
export const toImportReport = (plan: ImportPlan): ImportReport => ({
  read: plan.read,
  new: plan.new.length,
  updated: plan.updated.length,
  unchanged: plan.unchanged.length,
  refused: plan.refused.map((refusal) => ({ line: refusal.line, reason: toGermanReason(refusal) })),
  people: plan.people.map(({ shortCode, lastName, firstName, role, groups }) => ({
    shortCode,
    lastName,
    firstName,
    role,
    groups,
  })),
});
