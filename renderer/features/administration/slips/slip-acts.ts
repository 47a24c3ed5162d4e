import { PASSWORD_LEAST } from '#core/access/password.ts';
import { SLIPS_MAX } from '#core/admin/slip-commands.ts';
import { isOut, type Slip } from '#core/admin/slip.ts';
import { toFullName, toPersonName, type Person } from '#core/directory/person.ts';
import { slipSheetTexts } from '#renderer/i18n/slip-sheet.ts';
import { slipsTexts as texts } from '#renderer/i18n/slips.ts';
import { toPdf } from '#renderer/print/pdf.ts';
import type { Asked, Workspace } from '#renderer/replica/contract.ts';
import { toFaultWords } from '../faults.ts';
import { drawSlips, type DrawnSlip } from './draw-slips.ts';
import type { SlipRow } from './slip-rows.ts';
import { toSlipSheet } from './slip-sheet.ts';

/** How far printing is; what is printed lies in memory alone. */
export type Printing =
  | { readonly at: 'drawing'; readonly done: number; readonly of: number }
  | { readonly at: 'setting' }
  | { readonly at: 'done'; readonly pdf: Blob; readonly fileName: string; readonly count: number }
  | { readonly at: 'fault'; readonly text: string };

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

interface Paper {
  readonly school: string;
  readonly days: number;
  readonly address: string;
  readonly persons: readonly Person[];
  readonly slips: readonly Slip[];
}

/** Issues slips for the rows and prints them; says how far it is. */
export const printSlips = async (
  workspace: Pick<Workspace, 'ask' | 'now'>,
  rows: readonly SlipRow[],
  paper: Paper,
  say: (printing: Printing) => void,
): Promise<void> => {
  const of = rows.length;
  say({ at: 'drawing', done: 0, of });
  const taken = new Set(paper.slips.filter(isOut).map(({ locator }) => locator));
  const recipients = rows.map(({ person, slip }) => ({ personId: person.id, replaces: slip?.number ?? 0 }));
  const drawn = await drawSlips(recipients, taken, random, (done) => say({ at: 'drawing', done, of }));
  const issued: DrawnSlip[] = [];
  let refused: Extract<Asked, { ok: false }> | undefined;
  for (let start = 0; start < drawn.length && refused === undefined; start += SLIPS_MAX) {
    const some = drawn.slice(start, start + SLIPS_MAX);
    const asked = await workspace.ask('issue-slips', { slips: some.map(({ entry }) => entry) });
    if (asked.ok) issued.push(...some);
    else refused = asked;
  }
  if (refused !== undefined && issued.length === 0) {
    say({ at: 'fault', text: toFaultWords(refused.reason) });
    return;
  }
  say({ at: 'setting' });
  try {
    const pdf = await toPdf(await toSlipSheet(toSheet(workspace.now(), rows, issued, paper)));
    const fileName = `${slipSheetTexts.fileName()}.pdf`;
    say({ at: 'done', pdf, fileName, count: issued.length });
  } catch {
    say({ at: 'fault', text: texts.printFailed() });
  }
};

const toSheet = (
  at: number,
  rows: readonly SlipRow[],
  issued: readonly DrawnSlip[],
  { school, days, address, persons }: Paper,
): Parameters<typeof toSlipSheet>[0] => ({
  school,
  addresses: [address],
  ask: [
    ...persons
      .filter(({ administrator }) => administrator)
      .slice(0, 2)
      .map((person) => `${toFullName(person)} (${person.shortCode})`),
    texts.office(),
  ].join(', '),
  passwordLeast: PASSWORD_LEAST,
  lasts: { days },
  at,
  slips: issued.flatMap(({ code, entry }) => {
    const row = rows.find(({ person }) => person.id === entry.personId);
    return row === undefined ? [] : [{ person: toPersonName(row.person), code, number: entry.replaces + 1 }];
  }),
});

/** Notes that slips were handed over; the fault in words, or undefined. */
export const handOver = async (
  workspace: Pick<Workspace, 'ask'>,
  rows: readonly SlipRow[],
): Promise<string | undefined> => {
  for (let start = 0; start < rows.length; start += SLIPS_MAX) {
    const slips = rows
      .slice(start, start + SLIPS_MAX)
      .map(({ person, slip }) => ({ personId: person.id, number: slip?.number ?? 0 }));
    const asked = await workspace.ask('hand-over-slips', { slips });
    if (!asked.ok) return toFaultWords(asked.reason);
  }
  return undefined;
};

/** Takes a slip back; the fault in words, or undefined. */
export const takeBack = async (
  workspace: Pick<Workspace, 'ask'>,
  { person, slip }: SlipRow,
): Promise<string | undefined> => {
  const asked = await workspace.ask('void-slip', { personId: person.id, number: slip?.number ?? 0 });
  return asked.ok ? undefined : toFaultWords(asked.reason);
};
