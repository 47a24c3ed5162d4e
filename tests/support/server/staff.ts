import type { CommandArgs } from '#core/protocol/commands.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { Id } from '#core/kernel/id.ts';

/** Monday, 2026-11-23, 10:00 in Berlin: no quiet hours. */
export const MONDAY = Date.UTC(2026, 10, 23, 9);

/** A small school: one of each role, two subject groups, one body. */
export const TEST_STAFF = `Nachname;Vorname;Kürzel;Rolle;Gruppen
Kühne;Oğuz;Kuh;Schulleitung;"Kollegium, Fachschaft Sport"
Häußler;Zoë;Hau;Sekretariat;"Kollegium"
Dreßler;Daniela;Dre;Lehrkraft;"Kollegium, Fachschaft Deutsch"
Jäger;Karl-Heinz;Jag;Lehrkraft;"Kollegium, Fachschaft Deutsch"
Weiß;Çağla;Wei;Lehrkraft;"Kollegium, Fachschaft Sport"
Vater;Viktor;Eltern;Elternvertretung;"Schulkonferenz"
Gast;Gerda;Gast;Gast;"Schulkonferenz"
`;

/** The arguments of a plain announcement. */
export const plainAnnouncement = (
  id: Id,
  groupIds: readonly Id[],
  title = 'Aufsichten am Mittwoch',
): CommandArgs<'announce'> => ({
  id,
  title,
  body: createRichText('Bitte lesen.'),
  groupIds: [...groupIds],
  pinned: false,
  urgent: false,
});
