import type { GroupFunction } from '#core/access/roles.ts';
import { firstValueFrom } from 'rxjs';
import { toPersonName, type Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import type { Form } from '#core/announcements/form.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { CommandArgs, OutboxName } from '#core/protocol/commands.ts';
import type { DocumentKind } from '#core/protocol/documents.ts';
import type { Painted, Pending } from '#core/protocol/overlay.ts';
import type { Chance } from './chance.ts';
import type { Device, RunningDevice } from './device.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** What people do at their devices. Each looks at the screen first; where it offers nothing, nothing happens. */

/** A device that runs. */
export type ActiveDevice = Device & { readonly running: RunningDevice };

/** A device on which somebody can write: it runs, and its own person document has arrived. */
export const pickActive = (world: World, chance: Chance): ActiveDevice | undefined =>
  chance.maybe(toActive(world));

/** All of them. */
export const toActive = (world: World): readonly ActiveDevice[] => world.devices.filter(isActive);

const isActive = (device: Device): device is ActiveDevice =>
  device.running?.documents?.has(device.personId) === true;

/** All documents of a kind as the screen shows them. */
const look = <Kind extends DocumentKind>(
  world: World,
  device: ActiveDevice,
  kind: Kind,
): Promise<readonly Painted<Kind>[]> => {
  const { program, workspace } = device.running;
  return world.engine.until(world.engine.as(program, () => firstValueFrom(workspace.all(kind))));
};

/** Writes a command and enters it into the ledger once the program says that it is kept. */
export const submit = async <Name extends OutboxName>(
  world: World,
  device: ActiveDevice,
  name: Name,
  args: CommandArgs<Name>,
  baseRev?: number,
): Promise<string> => {
  const { program, workspace } = device.running;
  const submitted = await world.engine.until(
    world.engine.as(program, () => workspace.submit(name, args, { baseRev })),
  );
  if (!submitted.ok) world.count(submitted.reason);
  if (!submitted.ok) return `${device.name} could not keep ${name}: ${submitted.reason}`;
  world.ledger.add({ mid: submitted.mid, device: device.name, personId: device.personId, name, args });
  world.count(name);
  return `${device.name} writes ${name} ${submitted.mid.slice(0, 6)}`;
};

const pickForm = (world: World, chance: Chance): Form | undefined => {
  if (!chance.percent(50)) return undefined;
  const option = (places?: number) => ({
    label: world.write('Auswahl'),
    ...(places === undefined ? {} : { places }),
  });
  const question = world.write('Frage');
  return chance.percent(70)
    ? { type: 'sign-up', question, options: [option(1), option(chance.percent(50) ? 1 : 2)] }
    : { type: 'dates', question, options: [option(), option(), option()] };
};

const announce: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const groups = await look(world, device, 'group');
  const own = groups.filter((group) => isMemberOf(group, device.personId));
  // Sometimes a group that is none of theirs: the server has to refuse what the screen would not offer.
  const group = chance.maybe(chance.percent(90) && own.length > 0 ? own : groups);
  if (group === undefined) return undefined;
  const second = chance.percent(25) ? chance.maybe(own.filter(({ id }) => id !== group.id)) : undefined;
  const form = pickForm(world, chance);
  return submit(world, device, 'announce', {
    id: device.running.workspace.createId(),
    title: world.write('Titel'),
    body: createRichText(world.write('Text')),
    groupIds: [group.id, ...(second === undefined ? [] : [second.id])],
    pinned: chance.percent(10),
    urgent: chance.percent(5),
    ...(chance.percent(10) ? { publishAt: world.engine.now() + chance.below(300_000) } : {}),
    ...(chance.percent(5) ? { expiresAt: world.engine.now() + 400_000 } : {}),
    ...(chance.percent(60) ? { acknowledgement: {} } : {}),
    ...(form === undefined ? {} : { form }),
  });
};

const edit: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const shown = await look(world, device, 'announcement');
  const own = shown.filter(({ author }) => author.id === device.personId);
  const announcement = chance.maybe(chance.percent(80) && own.length > 0 ? own : shown);
  if (announcement === undefined) return undefined;
  const args = {
    id: announcement.id,
    title: chance.percent(50) ? announcement.title : world.write('Titel'),
    body: createRichText(world.write('Änderung')),
    pinned: announcement.pinned,
    essential: chance.percent(40),
  };
  return submit(world, device, 'edit-announcement', args, announcement.rev);
};

const withdraw: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const announcement = chance.maybe(await look(world, device, 'announcement'));
  return announcement && submit(world, device, 'withdraw-announcement', { id: announcement.id });
};

const acknowledge: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const receipt = chance.maybe(
    (await look(world, device, 'receipt')).filter(({ asked, closed }) => asked !== undefined && !closed),
  );
  if (receipt?.asked === undefined) return undefined;
  const { announcementId, asked } = receipt;
  return submit(world, device, 'acknowledge', { announcementId, content: asked.content });
};

const respond: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const asking = (await look(world, device, 'announcement')).filter(({ form }) => form !== undefined);
  const announcement = chance.maybe(asking);
  if (announcement?.form === undefined) return undefined;
  // Everybody wants the first place.
  const choice = chance.percent(60) ? 0 : chance.below(announcement.form.options.length);
  return submit(world, device, 'respond', {
    announcementId: announcement.id,
    answer: chance.percent(10) ? [] : [choice],
  });
};

const ask: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const text = world.write('Frage');
  const thread = chance.percent(50) ? chance.maybe(await look(world, device, 'thread')) : undefined;
  if (thread !== undefined) {
    const { announcementId, asker } = thread;
    return submit(world, device, 'ask-sender', { announcementId, askerId: asker.id, text });
  }
  const announcement = chance.maybe(await look(world, device, 'announcement'));
  return (
    announcement &&
    submit(world, device, 'ask-sender', { announcementId: announcement.id, askerId: device.personId, text })
  );
};

const remind: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const status = chance.maybe(await look(world, device, 'status'));
  return status && submit(world, device, 'remind', { announcementId: status.announcementId });
};

/** Mostly a group whose members this person manages. */
const pickGroup = async (world: World, chance: Chance, device: ActiveDevice): Promise<Group | undefined> => {
  const groups = await look(world, device, 'group');
  const managed = groups.filter(({ members }) =>
    members.some(({ person, function: role }) => person.id === device.personId && role === 'chair'),
  );
  return chance.maybe(chance.percent(70) && managed.length > 0 ? managed : groups);
};

const addMember: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const group = await pickGroup(world, chance, device);
  const all: readonly Person[] = await look(world, device, 'person');
  const others = all.filter(({ id }) => group !== undefined && !isMemberOf(group, id));
  const person = chance.maybe(chance.percent(60) && others.length > 0 ? others : all);
  if (group === undefined || person === undefined) return undefined;
  return submit(world, device, 'set-member', {
    groupId: group.id,
    personId: toPersonName(person).id,
    function: chance.pick<GroupFunction>(['member', 'member', 'member', 'chair', 'guest']),
    votingStatus: 'entitled',
  });
};

const removeMember: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const group = await pickGroup(world, chance, device);
  const member = group && chance.maybe(group.members);
  if (group === undefined || member === undefined) return undefined;
  return submit(world, device, 'remove-member', { groupId: group.id, personId: member.person.id });
};

const renameGroup: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  const group = await pickGroup(world, chance, device);
  return group && submit(world, device, 'rename-group', { id: group.id, name: world.write('Gruppe') });
};

/** Keeps a body off private devices or lets it there again; somebody without the right tries it now and then. */
const setDevices: Step = async (world, chance) => {
  const active = toActive(world);
  const heads = active.filter(({ shortCode }) => shortCode === 'Oeh');
  const device = chance.maybe(chance.percent(85) && heads.length > 0 ? heads : active);
  const bodies = device && (await look(world, device, 'group')).filter(({ type }) => type === 'body');
  const body = bodies && chance.maybe(bodies);
  if (device === undefined || body === undefined) return undefined;
  const officialOnly = body.officialOnly !== true;
  return submit(world, device, 'set-group-devices', { groupId: body.id, officialOnly });
};

const createGroup: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  if (device === undefined) return undefined;
  return submit(world, device, 'create-group', {
    id: device.running.workspace.createId(),
    name: world.write('Arbeitskreis'),
    type: 'working',
    chairId: device.personId,
  });
};

/** The waiting command with another text; undefined where there is no text to change. */
const toRevised = ({ command }: Pending, text: string): Pending['command']['args'] | undefined => {
  switch (command.name) {
    case 'announce':
    case 'edit-announcement':
      return { ...command.args, body: createRichText(text) };
    case 'ask-sender':
      return { ...command.args, text };
    case 'rename-group':
      return { ...command.args, name: text };
    default:
      return undefined;
  }
};

const revise: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  const entry = device && chance.maybe(device.running.pending);
  const args = entry && toRevised(entry, world.write('Überarbeitung'));
  if (device === undefined || entry === undefined || args === undefined) return undefined;
  const { program, workspace } = device.running;
  const { mid } = entry.command;
  const revised = await world.engine.until(world.engine.as(program, () => workspace.revise(mid, args)));
  if (revised.ok) world.ledger.revise(mid, args);
  const hinders = device.isDiskFull && !revised.ok && revised.reason === 'disk-full';
  if (!hinders && revised.ok !== (entry.delivery.state === 'waiting'))
    world.blame(
      '9',
      `${device.name} could ${revised.ok ? '' : 'not '}revise a command that was ${entry.delivery.state}`,
    );
  return `${device.name} revises ${mid.slice(0, 6)}: ${revised.ok}`;
};

const takeBack: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  const entry = device && chance.maybe(device.running.pending);
  if (device === undefined || entry === undefined) return undefined;
  const { program, workspace } = device.running;
  const { mid } = entry.command;
  const taken = await world.engine.until(world.engine.as(program, () => workspace.takeBack(mid)));
  if (taken.ok) world.ledger.decide(mid, 'taken-back');
  return `${device.name} takes ${mid.slice(0, 6)} back: ${taken.ok}`;
};

const dismiss: Step = async (world, chance) => {
  const device = pickActive(world, chance);
  const entry = device && chance.maybe(device.running.pending.filter(isNotSaved));
  if (device === undefined || entry === undefined) return undefined;
  const { program, workspace } = device.running;
  const { mid } = entry.command;
  const dismissed = await world.engine.until(world.engine.as(program, () => workspace.dismiss(mid)));
  if (dismissed.ok) world.ledger.decide(mid, 'dismissed');
  return `${device.name} dismisses ${mid.slice(0, 6)}: ${dismissed.ok}`;
};

const isNotSaved = ({ delivery }: Pending): boolean =>
  delivery.state === 'refused' || delivery.state === 'conflict';

const isMemberOf = (group: Group, personId: Id): boolean =>
  group.members.some(({ person }) => person.id === personId);

/** Everything people do, by the name under which plans hold it. */
export const peopleSteps = {
  announce,
  edit,
  withdraw,
  acknowledge,
  respond,
  ask,
  remind,
  'add-member': addMember,
  'remove-member': removeMember,
  'rename-group': renameGroup,
  'create-group': createGroup,
  'set-devices': setDevices,
  revise,
  'take-back': takeBack,
  dismiss,
} satisfies Record<string, Step>;
