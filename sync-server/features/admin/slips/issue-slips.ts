import { toPersonName } from '#core/directory/person.ts';
import { mayIssueSlips, mayIssueTo } from '#core/admin/slip-policy.ts';
import { issue } from '#core/admin/slip-rules.ts';
import { toSlipId } from '#core/admin/ids.ts';
import { hasAccess } from '#core/admin/slip.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { refused, STORED, type Handler } from '../../contract.ts';
import { findActive } from './active.ts';
import { storeNewSlip } from './slip-row.ts';

/** Issues slips, all or none. They do not work before they are handed over. */
export const issueSlips: Handler<CommandArgs<'issue-slips'>> = async (scene, args) => {
  if (!mayIssueSlips(scene.actor)) return refused('forbidden');
  const ids = args.slips.map(({ personId }) => personId);
  const people = await findActive(scene, ids);
  if (people.size < ids.length) return refused('not-found');
  const slips = await scene.loadAll('slip', ids.map(toSlipId));
  const before = new Map(slips.map((slip) => [slip.person.id, slip]));
  for (const { personId, replaces, locator } of args.slips) {
    const known = before.get(personId);
    if (!mayIssueTo(scene.actor, { id: personId }, hasAccess(known))) return refused('forbidden');
    if ((known?.number ?? 0) !== replaces) return refused('conflict');
    if (await isInUse(scene, personId, locator)) return refused('conflict');
  }
  for (const { personId, locator, shortHash, longHash } of args.slips) {
    const person = people.get(personId);
    if (person === undefined) continue;
    const slip = issue(before.get(personId), toPersonName(person), locator, scene.me, scene.now);
    await storeNewSlip(scene, slip, { shortHash, longHash });
    const act = slip.reset ? 'reset' : 'first';
    await note(scene.transaction, scene.now, scene.actor.personId, 'issue-slip', personId, act);
  }
  return STORED;
};

/** Whether somebody else's slip that still works, or will, is found by this locator. */
const isInUse = async (scene: Parameters<typeof issueSlips>[0], personId: string, locator: string) =>
  (await scene.transaction.get(
    "select 1 from slip where locator = ? and person_id <> ? and state in ('issued', 'handed-over')",
    locator,
    personId,
  )) !== undefined;
