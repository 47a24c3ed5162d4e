import type { UmlaufServer } from '../server.ts';

/** What the console says where there is no school yet: both ways to begin one. `data` repeats `--data` where it was given. */
export const toSetUpHint = (
  { url, setUp }: Pick<UmlaufServer, 'url' | 'setUp'>,
  data: string,
): readonly string[] => {
  const { port } = new URL(url);
  return [
    'In diesem Ordner ist noch keine Schule. Richten Sie sie im Browser ein:',
    `  an diesem Rechner:           http://localhost:${port}/einrichten`,
    '  über Ihren Reverse-Proxy:    https://IHRE-ADRESSE/einrichten',
    `  Dort wird dieser Code verlangt: ${setUp.code}   (gilt, bis die Schule eingerichtet ist)`,
    'Oder auf der Befehlszeile, ohne Assistenten:',
    `  npm run --silent import -- KOLLEGIUM.csv${data}   liest Ihre Kollegiumsliste ein`,
    `  npm run --silent access -- KÜRZEL${data}          gibt einer Person einen Einmalcode`,
  ];
};
