/**
 * Administrative acts that are kept (R9): who did what to whom and when, never who read what. A closed list, so that the
 * log can be shown in words; an act that is not in it cannot be written. To add one: its name here, `note` in the
 * transaction of the act.
 */
export const AUDIT_ACTS = [
  /** By the assistant of an empty server. */
  'set-up',
  'create-school',
  'name-school',
  /** Settings for the whole school; the detail names those that were changed. */
  'set-school',
  'set-holidays',
  'import-staff',
  'add-person',
  'edit-person',
  /** A one-time code was made for a person. */
  'issue-access-code',
  'set-backup',
  'set-recovery-key',
  'restore',
  /** How the server is reached; the detail names the way. */
  'set-reach',
  /** The detail is the new role. */
  'set-role',
  /** On the command line, both flags at once. */
  'set-flags',
  'give-administrator',
  'take-administrator',
  'give-staff-council',
  'take-staff-council',
  'approve-device',
  'revoke-device',
  /** The detail says whether it is the person's first access or a reset. */
  'issue-slip',
  'hand-over-slip',
  'void-slip',
] as const;

export type AuditAct = (typeof AUDIT_ACTS)[number];
