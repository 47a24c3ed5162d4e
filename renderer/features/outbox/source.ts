import type { Workspace } from '#renderer/replica/contract.ts';

/** What outbox and "Nicht gespeichert" need of a workspace. */
export type OutboxSource = Pick<
  Workspace,
  'outbox$' | 'notSaved$' | 'truth$' | 'files' | 'submit' | 'dismiss' | 'all' | 'list' | 'one'
>;
