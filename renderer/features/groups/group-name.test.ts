import { describe, expect, it } from 'vitest';
import { findNameFault, GROUP_NAME_MAX, toNameFaultWords } from './group-name.ts';
import { groups, history } from './test-directory.ts';

describe('the name of a group', () => {
  it('may be anything a school calls a group', () => {
    for (const name of ['Fachschaft Deutsch', 'Klassenteam 10a', 'AG Schulgarten & Bienen', 'ÉTÉ 2027']) {
      expect(findNameFault(name, groups)).toBeUndefined();
    }
  });

  it('is missing, too long, or holds what cannot be seen', () => {
    expect(findNameFault('   ', groups)).toBe('missing');
    expect(findNameFault('x'.repeat(GROUP_NAME_MAX), groups)).toBeUndefined();
    expect(findNameFault('x'.repeat(GROUP_NAME_MAX + 1), groups)).toBe('too-long');
    expect(findNameFault('Fachschaft\u202eDeutsch', groups)).toBe('invalid');
  });

  it('is not that of a staff council, and says why', () => {
    expect(findNameFault('Örtlicher Personalrat', groups)).toBe('protected-group');
    expect(toNameFaultWords('protected-group', 'ÖPR')).toContain('richtet Umlauf noch nicht ein');
  });

  it('is not that of another group, however it is written, but may stay its own', () => {
    expect(findNameFault(' fachschaft  GESCHICHTE ', groups)).toBe('name-taken');
    expect(findNameFault('Fachschaft Geschichte', groups, history.id)).toBeUndefined();
  });
});
