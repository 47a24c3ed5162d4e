import { PASSWORD_LEAST } from '#core/access/password.ts';
import { readTypedCode } from '#core/admin/slip-code.ts';
import { toFullName } from '#core/directory/person.ts';
import type { SecondSlip } from '#renderer/features/set-up/done.ts';
import { toPdf } from '#renderer/print/pdf.ts';

/** The slip of a new school's second administrator, like all others; `here` is where this page lies. */
export const toSecondSlipPdf = async (
  { school, addresses, person, first, code, until }: SecondSlip,
  here: string,
): Promise<Blob> => {
  const { toSlipSheet } = await import('#renderer/features/administration/slips/slip-sheet.ts');
  return toPdf(
    await toSlipSheet({
      school,
      addresses: addresses.length === 0 ? [here.replace(/\/$/u, '')] : addresses,
      ask: `${toFullName(first)} (${first.shortCode})`,
      passwordLeast: PASSWORD_LEAST,
      lasts: { until },
      at: Date.now(),
      slips: [{ person, code: readTypedCode(code).code, number: 1 }],
    }),
  );
};
