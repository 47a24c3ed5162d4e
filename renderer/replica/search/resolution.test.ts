import { describe, expect, it } from 'vitest';
import { toInverseTime } from '#core/kernel/clock.ts';
import { createId } from '#core/kernel/id.ts';
import { resolutionSchema } from '#core/meetings/outcome.ts';
import { isFindable, isSearchable, toIndexEntry } from './entry.ts';
import { toHit } from './hit.ts';

const id = createId({ bytes: (length) => new Uint8Array(length).fill(3) });
const person = { id, shortCode: 'Bra', firstName: 'Katharina', lastName: 'Brandt' };
const resolution = resolutionSchema.parse({
  id,
  rev: 1,
  inv: toInverseTime(1_000),
  kind: 'resolution',
  number: '12/2026',
  conferenceId: id,
  itemId: id,
  body: { id, name: 'Gesamtlehrerkonferenz' },
  chair: person,
  responsible: person,
  title: 'Doppelstundenmodell',
  wording: 'Die Schule führt das Doppelstundenmodell ein.',
  voteKind: 'yes-no',
  options: [],
  elected: [],
  citation: '',
  verified: false,
  decidedOn: '2026-11-25',
  state: 'repealed',
});

describe('a resolution in the search', () => {
  it('is found by wording, number, body and who sees to it, also when it no longer holds', () => {
    expect(isSearchable(resolution) && isFindable(resolution)).toBe(true);
    const { title, text, names } = toIndexEntry(resolution);
    expect([title, text]).toEqual(['Doppelstundenmodell', resolution.wording]);
    for (const name of ['12/2026', 'Gesamtlehrerkonferenz', 'Katharina Brandt', 'Bra']) {
      expect(names).toContain(name);
    }
  });

  it('says which it is', () => {
    expect(toHit(resolution, ['doppelstundenmodell'])).toMatchObject({
      kind: 'resolution',
      detail: 'Gesamtlehrerkonferenz · 12/2026',
      at: 1_000,
    });
  });
});
