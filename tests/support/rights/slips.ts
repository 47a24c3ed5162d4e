import { toSlipId } from '#core/admin/ids.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { readDocument } from '#server/feed/documents.ts';
import { printSlip } from '../server/slips.ts';
import { allBut, type Attempts, type Holders, type RightsWorld } from './world.ts';

/** Everybody has set a password once; whose password is reset would hold their own as well. */
export const slipHolders: Holders<'slip'> = { slip: ['chair', 'leadership', 'administrator'] };

const numberOf = async (world: RightsWorld): Promise<number> => {
  const slip = await readDocument(world.school.server.store.read, toSlipId(world.id('outsider')));
  return slip?.kind === 'slip' ? slip.number : 0;
};
const print = async (world: RightsWorld): Promise<CommandArgs<'issue-slips'>> => ({
  slips: [printSlip(world.id('outsider'), await numberOf(world)).entry],
});
/** The number of a slip that was just issued. */
const issue = async (world: RightsWorld): Promise<number> => {
  await world.clients.administrator.command('issue-slips', await print(world));
  return numberOf(world);
};
const administration = { leadership: 'stored', administrator: 'stored' } as const;

export const slipAttempts: Attempts<'issue-slips' | 'hand-over-slips' | 'void-slip'> = {
  'issue-slips': { expected: allBut('forbidden', administration), prepare: print, names: [] },
  'hand-over-slips': {
    // The office chairs the subject group, and hands slips over.
    expected: allBut('forbidden', { ...administration, chair: 'stored' }),
    prepare: async (world) => ({ slips: [{ personId: world.id('outsider'), number: await issue(world) }] }),
    names: [],
  },
  'void-slip': {
    expected: allBut('forbidden', administration),
    prepare: async (world) => ({ personId: world.id('outsider'), number: await issue(world) }),
    names: [],
  },
};
