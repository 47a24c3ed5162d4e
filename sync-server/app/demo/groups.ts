import type { GroupType } from '#core/groups/group.ts';

/** A group the school has beside those of the staff list. */
export interface DemoGroup {
  readonly name: string;
  readonly type: GroupType;
  readonly chair: string;
  /** The rules by which a body decides. */
  readonly ruleSet?: string;
  /** Short codes, or everybody of these roles. */
  readonly members: readonly string[] | 'teaching-staff';
}

/** Groups and bodies that no staff list names; with the eight of the list they are fourteen. */
export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    name: 'Gesamtlehrerkonferenz',
    type: 'body',
    ruleSet: 'bw-staff',
    chair: 'Kuh',
    members: 'teaching-staff',
  },
  {
    name: 'Schulkonferenz',
    type: 'body',
    ruleSet: 'bw-school',
    chair: 'Kuh',
    members: ['Kow', 'Dre', 'Gro', 'Wei', 'Bru', 'Som', 'Ayd'],
  },
  {
    name: 'Klassenteam 5a',
    type: 'class',
    chair: 'Dre',
    members: ['Now', 'Grj', 'Ube', 'Oco', 'Zun', 'Sch', 'Gro'],
  },
  {
    name: 'Klassenteam 9c',
    type: 'class',
    chair: 'Jag',
    members: ['Dre', 'Wep', 'Och', 'Muj', 'Hac', 'Kub', 'Nod'],
  },
  {
    name: 'Arbeitsgruppe Schulfest',
    type: 'working',
    chair: 'Bru',
    members: ['Dre', 'Tra', 'Kif', 'Zuj', 'Boh', 'Hau', 'Str'],
  },
  {
    name: 'Medienteam',
    type: 'working',
    chair: 'Gro',
    members: ['Dre', 'Now', 'Ylm', 'Kie', 'Vog', 'Anh', 'Grx'],
  },
];

/** Who chairs the groups of the staff list. */
export const DEMO_CHAIRS: Readonly<Record<string, string>> = {
  Kollegium: 'Kuh',
  'Fachschaft Deutsch': 'Dre',
  'Fachschaft Mathematik': 'Bru',
  'Fachschaft Englisch': 'Grj',
  'Fachschaft Biologie': 'Zun',
  'Fachschaft Sport': 'Now',
  Steuergruppe: 'Kow',
  'Klassenkonferenz 8b': 'Wei',
};
