import { formatSlipCode, readTypedCode, toShortForm } from '#core/admin/slip-code.ts';
import { toFullName } from '#core/directory/person.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { PersonName } from '#core/kernel/document.ts';
import { dateNumeric, momentLong } from '#renderer/i18n/format.ts';
import { slipSheetTexts as texts } from '#renderer/i18n/slip-sheet.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';
import type { PdfContent, PdfDefinition } from '#renderer/print/pdf.ts';
import { toQrDrawing, toQrSvg } from '#renderer/print/qr.ts';

/** A slip as it is printed. */
export interface PrintedSlip {
  readonly person: Pick<PersonName, 'firstName' | 'lastName' | 'shortCode'>;
  /** Whole, or the short form alone. */
  readonly code: string;
  readonly number: number;
}

export interface SlipSheet {
  readonly school: string;
  /** Addresses of the server, the best one first; it is also the one behind the QR code. */
  readonly addresses: readonly string[];
  /** Who answers questions. */
  readonly ask: string;
  readonly passwordLeast: number;
  /** For how many teaching days a slip works once it was handed over; or, of one that works already, until when. */
  readonly lasts: { readonly days: number } | { readonly until: Instant };
  readonly at: Instant;
  readonly slips: readonly PrintedSlip[];
}

/** A4 in points; three slips on a page. */
const PAGE = { width: 595.28, height: 841.89 } as const;
const PER_PAGE = 3;
const MARGIN = { side: 42, top: 20, bottom: 6 } as const;
const RIGHT = 136;
const GREY = '#555555';

/** What the QR code of a slip holds: the address and, behind the #, the code, which so reaches no server's log. */
export const toSlipLink = (address: string, code: string): string =>
  `${address.replace(/\/+$/u, '')}/beitreten#${formatSlipCode(code)}`;

/** The slips with cut lines between them, and after them the list to tick off. */
export const toSlipSheet = async (sheet: SlipSheet): Promise<PdfDefinition> => {
  const cells = await Promise.all(sheet.slips.map((slip) => toSlip(sheet, slip)));
  const pages = Array.from({ length: Math.ceil(cells.length / PER_PAGE) }, (_, index) =>
    cells.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  );
  return {
    title: `${texts.title()} · ${sheet.school}`,
    pageMargins: 0,
    // What works already needs no handing over to be noted.
    content: [...pages.map(toPage), ...('days' in sheet.lasts ? toLists(sheet) : [])],
  };
};

const toPage = (slips: readonly PdfContent[], index: number): PdfContent => ({
  ...(index === 0 ? {} : { pageBreak: 'before' as const }),
  table: {
    widths: ['*'],
    heights: PAGE.height / PER_PAGE - MARGIN.top - MARGIN.bottom - 1,
    dontBreakRows: true,
    body: slips.map((slip) => [slip]),
  },
  layout: {
    // Along these lines the page is cut; after the last slip of a page that is not full as well.
    hLineWidth: (line: number) => (line === 0 || line === PER_PAGE ? 0 : 0.6),
    vLineWidth: () => 0,
    hLineColor: () => GREY,
    hLineStyle: () => ({ dash: { length: 5, space: 4 } }),
    paddingLeft: () => MARGIN.side,
    paddingRight: () => MARGIN.side,
    paddingTop: () => MARGIN.top,
    paddingBottom: () => MARGIN.bottom,
  },
});

const toSlip = async (sheet: SlipSheet, { person, code, number }: PrintedSlip): Promise<PdfContent> => {
  const [address = '', ...others] = sheet.addresses;
  const qr = toQrSvg(await toQrDrawing(toSlipLink(address, code)));
  const name = toFullName(person);
  const says: PdfContent = [
    { text: cut(sheet.school, 64), fontSize: 9.5, color: GREY },
    { text: cut(name, 84), bold: true, fontSize: toNameSize(name), margin: [0, 1, 0, 6] },
    toStep(1, texts.open(), [
      { text: cut(address, 90), bold: true, fontSize: address.length > 44 ? 9 : 12 },
      ...others.slice(0, 1).map((other) => ({ text: cut(other, 60), fontSize: 9.5, color: GREY })),
    ]),
    toStep(2, texts.type(), [
      {
        columns: [
          { width: 'auto', stack: [toLabel(texts.shortCode()), toBig(person.shortCode)] },
          { width: 'auto', stack: [toLabel(texts.code()), toBig(formatSlipCode(toShortForm(code)))] },
        ],
        columnGap: 22,
      },
    ]),
    toStep(3, texts.password(sheet.passwordLeast), []),
  ];
  const shows: PdfContent = [
    { svg: qr, width: RIGHT },
    { text: texts.scan(), alignment: 'center', fontSize: 9, color: GREY, margin: [0, -4, 0, 6] },
    ...(readTypedCode(code).form === 'long' ? toLongCode(code) : []),
  ];
  const about = `${texts.ask(cut(sheet.ask, 60))} · ${texts.number(number, toDay(sheet.at))}`;
  return {
    stack: [
      {
        columns: [
          { width: '*', stack: [says] },
          { width: RIGHT, stack: [shows] },
        ],
        columnGap: 18,
      },
      { text: toRules(sheet), fontSize: 8.5, lineHeight: 1.1, color: GREY },
      { text: about, fontSize: 8.5, color: GREY },
    ],
  };
};

const toLongCode = (code: string): PdfContent[] => [
  { text: texts.longCode(), fontSize: 7.5, lineHeight: 1.05, color: GREY, alignment: 'center' },
  { text: formatSlipCode(code), fontSize: 8.8, bold: true, alignment: 'center', noWrap: true },
];

const toRules = ({ lasts }: SlipSheet): string =>
  'days' in lasts ? texts.rules(lasts.days) : texts.rulesUntil(momentLong(lasts.until));

const toDay = (at: Instant): string => dateNumeric(toWallTime(at).date);

const toStep = (number: number, says: string, below: PdfContent[]): PdfContent => ({
  columns: [
    { width: 16, text: `${number}.`, bold: true },
    { width: '*', stack: [{ text: says, fontSize: 10.5, lineHeight: 1.12 }, ...below] },
  ],
  margin: [0, 0, 0, 5],
  columnGap: 4,
});

const toLabel = (text: string): PdfContent => ({ text, fontSize: 8, color: GREY, margin: [0, 2, 0, 0] });
const toBig = (text: string): PdfContent => ({ text, fontSize: 17, bold: true, characterSpacing: 0.6 });

const toNameSize = (name: string): number => (name.length > 48 ? 10 : name.length > 30 ? 13 : 17);

/** Longest texts of the school must not push the next slip off its third of the page. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Rows of the list that fit on a page. */
const ROWS = 26;

const toLists = (sheet: SlipSheet): PdfContent[] =>
  Array.from({ length: Math.ceil(sheet.slips.length / ROWS) }, (_, index) => ({
    pageBreak: 'before',
    margin: [MARGIN.side, 48, MARGIN.side, 0],
    stack: [
      { text: texts.listTitle(), bold: true, fontSize: 20 },
      { text: `${cut(sheet.school, 70)} · ${toDay(sheet.at)}`, color: GREY },
      { text: texts.listIntro(), margin: [0, 8, 0, 12] },
      {
        table: {
          headerRows: 1,
          widths: ['*', 64, 100, 110],
          body: [
            [texts.name(), texts.shortCode(), texts.handedOver(), texts.by()].map((text) => ({
              text,
              bold: true,
              fontSize: 9.5,
            })),
            ...sheet.slips.slice(index * ROWS, (index + 1) * ROWS).map(toRow),
          ],
        },
        layout: 'lightHorizontalLines',
      },
    ],
  }));

const toRow = ({ person, number }: PrintedSlip): PdfContent[] => [
  {
    text: cut(`${person.lastName}, ${person.firstName}`, 36) + (number > 1 ? ` (${number})` : ''),
    fontSize: 10.5,
  },
  { text: person.shortCode, fontSize: 10.5 },
  '',
  '',
];
