import { describe, expect, it } from 'vitest';
import { commandDefinitions } from '../protocol/command-schema.ts';
import { RIGHTS_COLUMNS, toRightsMatrix, type RightsAct } from './rights-matrix.ts';

const matrix = toRightsMatrix({ teachersReachAllStaff: true });
const who = (act: RightsAct, rows = matrix) => {
  const row = rows.find((candidate) => candidate.act === act);
  return RIGHTS_COLUMNS.filter((column) => row?.may[column]);
};

describe('[R7] the table of rights', () => {
  it.each(commandDefinitions.map(({ name }) => name))(
    'speaks of %s (a new command needs its row in core/admin/rights-matrix.ts)',
    (name) => {
      expect(matrix.filter(({ commands }) => commands.includes(name))).not.toEqual([]);
    },
  );

  it('says that administering gives no right to content', () => {
    expect(who('read-other-groups')).toEqual([]);
    for (const act of ['announce-other-group', 'announce-urgent', 'edit-others', 'remind-others'] as const) {
      expect([act, who(act).includes('administrator')]).toEqual([act, false]);
    }
  });

  it('says who administers, and that nobody raises themselves', () => {
    for (const act of ['see-administration', 'set-school', 'set-role', 'set-administrator'] as const) {
      expect([act, who(act)]).toEqual([act, ['leadership', 'administrator']]);
    }
    expect(who('set-staff-council')).toEqual(['administrator']);
    expect(who('set-own-role')).toEqual([]);
    expect(who('set-own-administrator')).toEqual([]);
  });

  it('follows the settings of the school', () => {
    const strict = toRightsMatrix({ teachersReachAllStaff: false });
    expect(who('announce-all-staff')).toContain('teacher');
    expect(who('announce-all-staff', strict)).toEqual(['leadership', 'office']);
  });

  it('gives the staff council the rights of any teacher', () => {
    for (const { may } of matrix) expect(may['staff-council']).toBe(may.teacher);
  });
});
