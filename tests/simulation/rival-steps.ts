import { createRichText } from '#core/kernel/rich-text.ts';
import { submit, toActive } from './people-steps.ts';
import type { Step } from './steps.ts';

/** Two have the same announcement open and write, neither having seen the other's text. */
const editTogether: Step = async (world, chance) => {
  const active = toActive(world);
  const opened = active.flatMap(({ personId, running }) =>
    [...running.shown.values()].filter(
      ({ author, state }) => author.id === personId && state === 'published',
    ),
  );
  const announcement = chance.maybe(opened);
  const writers = active.filter(({ running }) => announcement && running.shown.has(announcement.id));
  const written: string[] = [];
  for (const device of writers.slice(0, 3)) {
    const shown = announcement && device.running.shown.get(announcement.id);
    if (shown === undefined) continue;
    const args = {
      id: shown.id,
      title: shown.title,
      body: createRichText(world.write('Änderung')),
      pinned: shown.pinned,
      essential: chance.percent(30),
    };
    written.push(await submit(world, device, 'edit-announcement', args, shown.rev));
  }
  return written.length > 0 ? written.join(', ') : undefined;
};

/** What several people do at once, by the name under which plans hold it. */
export const rivalSteps = { 'edit-together': editTogether } satisfies Record<string, Step>;
