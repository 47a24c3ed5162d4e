import type { CommandName } from '#core/protocol/commands.ts';

/**
 * Commands that leave no row in the log of commands: its hash would give away how somebody voted or that they demanded
 * secrecy (D27). Their features remember repeats themselves, without the content.
 */
export const isKeptNowhere = (name: CommandName): boolean =>
  name === 'cast-ballot' || name === 'support-secrecy';
