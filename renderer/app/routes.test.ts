import { describe, expect, it } from 'vitest';
import { toParentPath, toRoute } from './routes.ts';

describe('paths', () => {
  it('lead to their screen, with or without a slash at the end', () => {
    expect(toRoute('/')).toEqual({ area: 'overview' });
    expect(toRoute('/mitteilungen')).toEqual({ area: 'announcements' });
    expect(toRoute('/mitteilungen/abc/')).toEqual({ area: 'announcements', id: 'abc' });
    expect(toRoute('/konferenzen')).toEqual({ area: 'conferences' });
    expect(toRoute('/konferenzen/neu')).toEqual({ area: 'conferences', id: 'neu' });
    expect(toRoute('/personen/abc')).toEqual({ area: 'person', id: 'abc' });
    expect(toRoute('/verwaltung')).toEqual({ area: 'administration' });
    expect(toRoute('/verwaltung/rollen')).toEqual({ area: 'administration', page: 'rollen' });
    expect(toRoute('/konferenzen/abc/sitzung')).toEqual({ area: 'sitting', id: 'abc', as: 'member' });
    expect(toRoute('/konferenzen/abc/leitung')).toEqual({ area: 'sitting', id: 'abc', as: 'chair' });
    expect(toRoute('/wand/abc')).toEqual({ area: 'wall', id: 'abc' });
    expect(toRoute('/nicht-gespeichert')).toEqual({ area: 'not-saved' });
  });

  it('that lead nowhere are told apart', () => {
    expect(toRoute('/verwalten')).toBeUndefined();
    expect(toRoute('/verwaltung/schule/abc')).toBeUndefined();
    expect(toRoute('/suche/pruefung')).toBeUndefined();
    expect(toRoute('/konferenzen/abc/def')).toBeUndefined();
    expect(toRoute('/wand')).toBeUndefined();
    expect(toRoute('/mitteilungen/abc/def')).toBeUndefined();
  });

  it('have one step up', () => {
    expect(toParentPath({ area: 'announcements', id: 'abc' })).toBe('/mitteilungen');
    expect(toParentPath({ area: 'sitting', id: 'abc', as: 'chair' })).toBe('/konferenzen/abc');
    expect(toParentPath({ area: 'conferences', id: 'abc' })).toBe('/konferenzen');
    expect(toParentPath({ area: 'person', id: 'abc' })).toBe('/gruppen');
    expect(toParentPath({ area: 'administration', page: 'rollen' })).toBe('/verwaltung');
    expect(toParentPath({ area: 'administration' })).toBe('/');
    expect(toParentPath({ area: 'settings' })).toBe('/');
  });
});
