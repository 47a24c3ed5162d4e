import { toChunks } from '#core/directory/import/chunks.ts';
import {
  openStaffList,
  readOpenedList,
  toFirstChoice,
  toListColumns,
  type OpenedList,
} from '#core/directory/import/columns.ts';
import { planImport } from '#core/directory/import/plan-import.ts';
import { toPlanMark } from '#core/directory/import/plan-mark.ts';
import { toRefusedLines } from '#core/directory/import/refused-lines.ts';
import type { FromReader, Preview, ToReader } from './messages.ts';

/** Everything the worker does, without being one: tests call it directly. */
export interface Reader {
  receive(message: ToReader): FromReader;
}

/** Reads one list at a time and compares it with the directory by the rules of core. */
export const createReader = (): Reader => {
  let opened: OpenedList | undefined;
  const compare = (list: OpenedList, message: Extract<ToReader, { type: 'compare' }>): Preview => {
    const { choice, directory } = message;
    const read = readOpenedList(list, choice);
    const plan = planImport(read, directory.people, directory.groupNames, directory.allStaff);
    return {
      columns: toListColumns(list, choice.hasHeader),
      read: plan.read,
      people: plan.people,
      refused: toRefusedLines(list, choice, plan.refused),
      missing: plan.missing,
      removalsProposed: plan.removalsProposed,
      groupsCreated: plan.groupsCreated,
      chunks: toChunks(read, plan),
      marks: new Map(plan.people.map((person) => [person.line, toPlanMark([person])])),
    };
  };
  return {
    receive: (message) => {
      if (message.type === 'open') {
        opened = undefined;
        const outcome = openStaffList(message.bytes);
        if (!outcome.ok) return { type: 'unreadable', kind: outcome.refusal };
        opened = outcome.value;
        const { form, encoding, doubtful } = opened;
        const choice = toFirstChoice(opened);
        return {
          type: 'opened',
          recognised: { form: form.form, encoding, separator: form.separator, doubtful, choice },
        };
      }
      if (opened === undefined) throw new Error('no list is open');
      return { type: 'compared', preview: compare(opened, message) };
    },
  };
};
