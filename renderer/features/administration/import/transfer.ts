import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { Submitted, Workspace } from '#renderer/replica/contract.ts';
import type { Preview } from './messages.ts';

/** Where an import stands, counted in persons. */
export interface Transfer {
  /** Not yet answered. */
  readonly open: number;
  /** Of these, still to be taken back. */
  readonly waiting: readonly Id[];
  /** Not taken over: the commands, with the reason. */
  readonly failed: readonly Pending[];
  readonly failedPersons: number;
}

type TransferWorkspace = Pick<Workspace, 'submit' | 'takeBack' | 'createId'>;

const countPersons = (entries: readonly Pending[]): number =>
  entries.reduce(
    (sum, { command }) => sum + (command.name === 'import-staff' ? command.args.persons.length : 0),
    0,
  );

/** What the outbox says about imports, also about one that began before this device was restarted. */
export const toTransfer = (outbox: readonly Pending[], notSaved: readonly Pending[]): Transfer => {
  const isImport = ({ command }: Pending): boolean => command.name === 'import-staff';
  const open = outbox.filter((entry) => isImport(entry) && entry.delivery.state !== 'stored');
  const failed = notSaved.filter(isImport);
  return {
    open: countPersons(open),
    waiting: open.filter(({ delivery }) => delivery.state === 'waiting').map(({ command }) => command.mid),
    failed,
    failedPersons: countPersons(failed),
  };
};

/**
 * Gives a preview to the outbox, piece by piece: from then on it goes out by itself, also after this browser was closed,
 * and each piece counts once. Answers how many persons found no place there, and why.
 */
export const startTransfer = async (
  workspace: TransferWorkspace,
  { chunks }: Preview,
): Promise<{ readonly left: number; readonly fault?: Exclude<Submitted, { ok: true }>['reason'] }> => {
  const importId = workspace.createId();
  for (const [index, { persons, mark }] of chunks.entries()) {
    const args: CommandArgs<'import-staff'> = {
      importId,
      persons: persons.map(({ groups, ...person }) => ({
        ...person,
        groups: groups === undefined ? undefined : [...groups],
      })),
      mark,
    };
    const submitted = await workspace.submit('import-staff', args);
    if (submitted.ok) continue;
    const left = chunks.slice(index).reduce((sum, chunk) => sum + chunk.persons.length, 0);
    return { left, fault: submitted.reason };
  }
  return { left: 0 };
};

/** Takes back what has not gone out yet. */
export const stopTransfer = async (workspace: TransferWorkspace, { waiting }: Transfer): Promise<void> => {
  // The last first: what goes out meanwhile is the beginning.
  for (const mid of waiting.toReversed()) await workspace.takeBack(mid);
};
