import { describe, expect, it } from 'vitest';
import type { Truth } from '#renderer/replica/contract.ts';
import { toTruthLine } from './truth-line.ts';

const now = Date.parse('2026-11-23T07:50:00+01:00');
const truth = (part: Partial<Truth>): Truth => ({
  connection: 'online',
  asOf: Date.parse('2026-11-23T07:42:00+01:00'),
  waiting: 0,
  notSaved: 0,
  filling: undefined,
  obstacle: undefined,
  ...part,
});

describe('the line of truth', () => {
  it('says how old what one sees is', () => {
    expect(toTruthLine(truth({}), now)).toBe('Verbunden · Stand 07:42');
    expect(toTruthLine(truth({ connection: 'connecting', waiting: 1 }), now)).toBe(
      'Verbindet … · Stand 07:42 · 1 wartet',
    );
  });

  it('says offline what waits', () => {
    const asOf = Date.parse('2026-11-22T16:05:00+01:00');
    expect(toTruthLine(truth({ connection: 'offline', asOf, waiting: 2 }), now)).toBe(
      'Offline · Stand gestern 16:05 · 2 warten',
    );
  });

  it('counts while a replica is filled', () => {
    expect(toTruthLine(truth({ asOf: undefined, filling: { documents: 1200 } }), now)).toBe(
      'Verbunden · wird geladen, 1.200 sind da',
    );
  });
});
