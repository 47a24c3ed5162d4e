import { resolutionSchema, type Resolution } from '#core/meetings/outcome.ts';
import { encodeBase32, type Id } from '#core/kernel/id.ts';

export const TODAY = '2026-11-27';

let made = 0;
const newId = (): Id => {
  made += 1;
  return encodeBase32(
    new Uint8Array(16)
      .fill(0)
      .with(0, made % 256)
      .with(1, Math.floor(made / 256)),
  ) as Id;
};

const toPerson = (shortCode: string, firstName: string, lastName: string) => ({
  id: newId(),
  shortCode,
  firstName,
  lastName,
});
export const head = toPerson('Kuh', 'Oğuz', 'Kühne');
export const somebody = toPerson('Bra', 'Katharina', 'Brandt');
export const minuteTaker = toPerson('Oeh', 'Sabine', 'Oehlschläger');
export const body = { id: newId(), name: 'Gesamtlehrerkonferenz' };

/** A resolution of an invented school. */
export const toResolution = (said: Partial<Resolution> = {}): Resolution =>
  resolutionSchema.parse({
    id: newId(),
    rev: 1,
    inv: 0,
    kind: 'resolution',
    number: '12/2026',
    conferenceId: newId(),
    itemId: newId(),
    voteId: newId(),
    body,
    chair: head,
    minuteTaker,
    title: 'Doppelstundenmodell ab dem Schuljahr 2027/28',
    wording:
      'Die Schule führt ab dem Schuljahr 2027/28 das Doppelstundenmodell ein. Die Stundentafel der Kursstufe bleibt davon unberührt.',
    voteKind: 'yes-no',
    options: [],
    elected: [],
    counts: { yes: 28, no: 9, abstain: 4, invalid: 0 },
    citation: '§ 13 Abs. 3 KonfO',
    verified: true,
    decidedOn: '2026-11-25',
    state: 'in-force',
    ...said,
  });

export const objected = toResolution({
  number: '11/2026',
  title: 'Pausenaufsicht',
  wording: 'Die Aufsicht am Parkplatz entfällt.',
  decidedOn: '2026-11-24',
  state: 'objected',
  objection: {
    by: head,
    on: '2026-11-26',
    reason: 'Die Aufsichtspflicht ist dort nicht anders zu erfüllen.',
    notBefore: '2026-11-27',
    reconveneBy: '2026-12-07',
    citation: '§ 16 Abs. 2 KonfO',
  },
});

/** One in each state. */
export const register: readonly Resolution[] = [
  toResolution({ responsible: somebody, due: '2026-12-18' }),
  objected,
  toResolution({
    number: 'V KQ7M/2026',
    title: 'Ordnungsmaßnahme',
    wording: 'Die Konferenz empfiehlt eine Verwarnung.',
    circle: [head, somebody],
    decidedOn: '2026-11-20',
  }),
  toResolution({
    number: '10/2026',
    title: 'Fahrtenkonzept',
    wording: 'Das Konzept gilt.',
    decidedOn: '2026-05-04',
    state: 'done',
  }),
  toResolution({
    number: '3/2023',
    title: 'Handyordnung',
    wording: 'Auf dem Gelände bleiben Handys aus.',
    decidedOn: '2023-02-01',
    expires: '2026-07-31',
  }),
];
