import type { DeviceClass } from '#core/access/device-class.ts';
import { readStaffList, type StaffList } from '#core/directory/import/read-staff-list.ts';

/** The instant at which every world begins: a Monday morning, in UTC milliseconds. */
export const WORLD_BEGINS = Date.UTC(2026, 10, 23, 8, 0, 0);

/** The staff list of the simulated school, imported as a real one would be. */
const STAFF_LIST = `Nachname;Vorname;Kürzel;Rolle;Gruppen
Oehlschläger;Sabine;Oeh;Schulleitung;"Kollegium, Schulkonferenz"
Brandtner;Katharina;Bra;Lehrkraft;"Kollegium, Fachschaft Erdkunde, Steuergruppe, Schulkonferenz"
Çelikbaş;Aylin;Cel;Lehrkraft;"Kollegium, Fachschaft Erdkunde, Klasse 7b"
Weißenborn;Konrad;Wei;Lehrkraft;"Kollegium, Klasse 7b"
Nowaczyk;Marta;Now;Lehrkraft;"Kollegium, Steuergruppe"
Häußermann;Zoë;Hau;Sekretariat;"Kollegium"
Großmann;Friedrich;Gro;Elternvertretung;"Klasse 7b, Schulkonferenz"
Yıldırım;Deniz;Yil;Lehrkraft;"Kollegium, Fachschaft Erdkunde"
`;

/** Who chairs which group, by short code and the name of the group. */
export const CHAIRS: readonly (readonly [shortCode: string, group: string])[] = [
  ['Oeh', 'Kollegium'],
  ['Oeh', 'Schulkonferenz'],
  ['Bra', 'Fachschaft Erdkunde'],
  ['Wei', 'Klasse 7b'],
  ['Now', 'Steuergruppe'],
];

/** The devices of the school: one person has two, of which one is her own. Short code, name of the device, class. */
export const DEVICES: readonly (readonly [shortCode: string, device: string, deviceClass: DeviceClass])[] = [
  ['Oeh', 'oeh-office', 'official'],
  ['Bra', 'bra-laptop', 'official'],
  ['Bra', 'bra-tablet', 'private'],
  ['Cel', 'cel-laptop', 'official'],
  ['Gro', 'gro-phone', 'private'],
  ['Wei', 'wei-laptop', 'official'],
];

export const SCHOOL_NAME = 'Geheimschule am Rabenstein';

/** Every title, text and name people write begins with this: it must never lie on a disk in clear. */
export const SECRET = 'Geheim';

/** Names that must never lie on a client's disk in clear either. */
export const SECRET_NAMES: readonly string[] = [
  SCHOOL_NAME,
  ...STAFF_LIST.split('\n')
    .slice(1)
    .flatMap((line) => line.split(';').slice(0, 1))
    .filter((name) => name !== ''),
  ...CHAIRS.map(([, group]) => group),
];

/** The staff list as the import reads it. */
export const toStaffList = (): StaffList => {
  const list = readStaffList(new TextEncoder().encode(STAFF_LIST));
  if (!list.ok || list.value.refused.length > 0) throw new Error('the simulated school is no staff list');
  return list.value;
};
