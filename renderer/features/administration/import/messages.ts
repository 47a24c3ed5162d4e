import type { ImportChunk } from '#core/directory/import/chunks.ts';
import type { ColumnChoice, ListColumn, OpenFault } from '#core/directory/import/columns.ts';
import type { Encoding } from '#core/directory/import/decode-bytes.ts';
import type { ExistingPerson, ImportPlan, PlannedPerson } from '#core/directory/import/plan-import.ts';
import type { StaffListForm } from '#core/directory/import/recognise-staff-list.ts';
import type { Separator } from '#core/directory/import/records.ts';
import type { RefusedLine } from '#core/directory/import/refused-lines.ts';

/** What was recognised of a list. */
export interface Recognised {
  readonly form: StaffListForm['form'];
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Whether letters were lost before the list came here. */
  readonly doubtful: boolean;
  readonly choice: ColumnChoice;
}

/** The directory a list is compared with. */
export interface Directory {
  readonly people: readonly ExistingPerson[];
  readonly groupNames: readonly string[];
  /** The name of the group that is all staff. */
  readonly allStaff: string | undefined;
}

/** A list compared with the directory; nothing is done by it. */
export interface Preview {
  readonly columns: readonly ListColumn[];
  readonly read: number;
  /** In the order of the list. */
  readonly people: readonly PlannedPerson[];
  readonly refused: readonly RefusedLine[];
  readonly missing: ImportPlan['missing'];
  readonly removalsProposed: ImportPlan['removalsProposed'];
  readonly groupsCreated: readonly string[];
  /** What is sent when the preview is taken over. */
  readonly chunks: readonly ImportChunk[];
  /** The mark of what happens to each person, by line: to see what differs from an earlier preview. */
  readonly marks: ReadonlyMap<number, string>;
}

export type ToReader =
  | { readonly type: 'open'; readonly bytes: Uint8Array }
  | { readonly type: 'compare'; readonly choice: ColumnChoice; readonly directory: Directory };

export type FromReader =
  | { readonly type: 'opened'; readonly recognised: Recognised }
  | { readonly type: 'unreadable'; readonly kind: OpenFault }
  | { readonly type: 'compared'; readonly preview: Preview };
