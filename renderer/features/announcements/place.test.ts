import { describe, expect, it } from 'vitest';
import { toPlace, toSegment, type Place } from './place.ts';
import { createCounter } from './test-workspace.ts';

const id = createCounter()();

describe('a place among the announcements', () => {
  it.each<Place>([
    { kind: 'list', view: 'all' },
    { kind: 'list', view: 'waiting' },
    { kind: 'list', view: 'own' },
    { kind: 'list', view: 'drafts' },
    { kind: 'list', view: 'expired' },
    { kind: 'announcement', id },
    { kind: 'new' },
    { kind: 'draft', id },
    { kind: 'edit', id },
    { kind: 'merge', mid: id },
  ])('$kind goes into an address and back', (place) => {
    expect(toPlace(toSegment(place))).toEqual(place);
  });

  it('is the whole list for an address that leads nowhere', () => {
    for (const segment of [undefined, '', 'unsinn', 'entwurf-', 'aendern-javascript:alert(1)']) {
      expect(toPlace(segment)).toEqual({ kind: 'list', view: 'all' });
    }
  });
});
