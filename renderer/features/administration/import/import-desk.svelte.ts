import { assignColumn, type ColumnChoice } from '#core/directory/import/columns.ts';
import type { StaffColumn } from '#core/directory/import/recognise-staff-list.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Directory, Preview, Recognised } from './messages.ts';
import { findDiffering } from './differing.ts';
import type { ReaderLine } from './reader-line.ts';
import type { Source, SourceFault } from './source.ts';

/** The numbers of an import that was taken over. */
export interface Outcome {
  readonly fresh: number;
  readonly updated: number;
  readonly refused: number;
  readonly groupsCreated: number;
}

/** The list on the desk: chosen, read, compared with the directory. Nothing here changes anything at the school. */
export interface ImportDesk {
  readonly fault: SourceFault | undefined;
  readonly isReading: boolean;
  readonly name: string | undefined;
  readonly recognised: Recognised | undefined;
  readonly choice: ColumnChoice | undefined;
  readonly preview: Preview | undefined;
  /** Lines that would do something else than the preview that was taken over showed. */
  readonly differing: ReadonlySet<number>;
  read(source: Promise<Result<Source, SourceFault>>): Promise<void>;
  /** Compares with the directory as it is now; keeps the list. */
  compareWith(directory: Directory): Promise<void>;
  assign(index: number, meaning: StaffColumn | undefined): void;
  setHeader(hasHeader: boolean): void;
  /** Remembers what is shown, so that what differs later can be told. */
  remember(): void;
  clear(): void;
}

export const createImportDesk = (line: ReaderLine): ImportDesk => {
  let fault = $state.raw<SourceFault>();
  let isReading = $state(false);
  let name = $state.raw<string>();
  let recognised = $state.raw<Recognised>();
  let choice = $state.raw<ColumnChoice>();
  let preview = $state.raw<Preview>();
  let remembered = $state.raw<ReadonlyMap<number, string>>();
  /** Counts questions; an answer to an older one is not shown. */
  let current = 0;

  const differing = $derived(findDiffering(remembered, preview));

  const clear = (): void => {
    current += 1;
    isReading = false;
    fault = undefined;
    name = undefined;
    recognised = undefined;
    choice = undefined;
    preview = undefined;
    remembered = undefined;
  };
  const fail = (): void => {
    clear();
    fault = 'broken';
  };

  return {
    get fault() {
      return fault;
    },
    get isReading() {
      return isReading;
    },
    get name() {
      return name;
    },
    get recognised() {
      return recognised;
    },
    get choice() {
      return choice;
    },
    get preview() {
      return preview;
    },
    get differing() {
      return differing;
    },
    read: async (reading) => {
      clear();
      isReading = true;
      const mine = current;
      try {
        const source = await reading;
        if (mine !== current) return;
        if (!source.ok) {
          [fault, isReading] = [source.refusal, false];
          return;
        }
        const answer = await line.ask({ type: 'open', bytes: source.value.bytes });
        if (mine !== current) return;
        isReading = false;
        if (answer.type === 'unreadable') fault = answer.kind;
        if (answer.type !== 'opened') return;
        [name, recognised, choice] = [source.value.name, answer.recognised, answer.recognised.choice];
      } catch {
        if (mine === current) fail();
      }
    },
    compareWith: async (directory) => {
      if (choice === undefined) return;
      current += 1;
      const mine = current;
      try {
        const answer = await line.ask({ type: 'compare', choice, directory });
        if (mine === current && answer.type === 'compared') preview = answer.preview;
      } catch {
        if (mine === current) fail();
      }
    },
    assign: (index, meaning) => {
      if (choice !== undefined) choice = { ...choice, columns: assignColumn(choice.columns, index, meaning) };
    },
    setHeader: (hasHeader) => {
      if (choice !== undefined) choice = { ...choice, hasHeader };
    },
    remember: () => {
      remembered = preview?.marks;
    },
    clear,
  };
};
