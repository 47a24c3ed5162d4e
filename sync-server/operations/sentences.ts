import type { BackupFaultKind } from '#core/admin/backup-status.ts';
import type { RecoveryKeyFault } from './recovery-key.ts';

/** What somebody at the console reads when a backup or a restore cannot go on, and what to do. */
export const toGermanFault = (kind: BackupFaultKind): string => {
  switch (kind) {
    case 'no-key':
      return 'Es gibt noch keinen Wiederherstellungsschlüssel. Legen Sie ihn an: npm run --silent backup -- --new-key';
    case 'no-school':
      return 'In diesem Ordner liegt keine Schule, die gesichert werden könnte.';
    case 'busy':
      return 'Gerade läuft schon eine Sicherung. Warten Sie, bis sie fertig ist.';
    case 'disk-full':
      return 'Auf dem Datenträger ist zu wenig Platz. Die vorhandenen Sicherungen sind unverändert. Schaffen Sie Platz oder nennen Sie mit --to einen anderen Ordner.';
    case 'unreachable':
      return 'Die Datei oder der Ordner ist nicht erreichbar. Prüfen Sie den Namen, die Rechte und ob das Laufwerk angeschlossen ist.';
    case 'database-damaged':
      return 'Die Datenbank selbst ist beschädigt; eine Sicherung davon wäre wertlos. Stellen Sie die letzte gute Sicherung wieder her.';
    case 'not-verified':
      return 'Was geschrieben wurde, ließ sich nicht zurücklesen. Prüfen Sie den Datenträger; die vorhandenen Sicherungen sind unverändert.';
    case 'not-a-backup':
      return 'Diese Datei ist keine Sicherung von Umlauf.';
    case 'too-new':
      return 'Diese Sicherung stammt von einem neueren Umlauf. Nehmen Sie dieselbe oder eine neuere Programmfassung.';
    case 'damaged':
      return 'Diese Sicherung ist beschädigt oder unvollständig. Nehmen Sie eine andere, am besten die nächstältere.';
    case 'wrong-key':
      return 'Dieser Wiederherstellungsschlüssel gehört zu einer anderen Sicherung. Vergleichen Sie die Kennung auf dem Blatt.';
    case 'other-school':
      return 'In diesem Ordner liegt eine andere Schule. Nennen Sie einen leeren Ordner.';
    case 'not-empty':
      return 'Dieser Ordner ist nicht leer. Nennen Sie einen leeren Ordner; mit --replace wird beiseitegelegt, was darin ist.';
    case 'in-use':
      return 'Auf diesem Ordner läuft noch ein Server. Beenden Sie ihn zuerst.';
    case 'hostile':
      return 'Diese Sicherung enthält Dateien, die kein Umlauf schreibt. Sie wurde nicht angerührt; fragen Sie, woher sie kommt.';
  }
};

/** Which blocks of a typed key to look at again. */
export const toGermanKeyFault = (fault: RecoveryKeyFault): string => {
  switch (fault.kind) {
    case 'blocks': {
      const wrong = fault.verdicts.flatMap((verdict, index) =>
        verdict === 'right' ? [] : [String(index + 1)],
      );
      if (wrong.length === 0) return 'Das sind mehr Blöcke, als der Schlüssel hat.';
      return wrong.length === 1
        ? `Block ${wrong[0] ?? ''} stimmt nicht. Vergleichen Sie ihn mit dem Blatt; die anderen stimmen.`
        : `Die Blöcke ${wrong.join(', ')} stimmen nicht. Vergleichen Sie sie mit dem Blatt; die anderen stimmen.`;
    }
    case 'incomplete':
      return fault.missing === 1 ? 'Es fehlt noch ein Block.' : `Es fehlen noch ${fault.missing} Blöcke.`;
    case 'mixed':
      return 'Jeder Block stimmt für sich, aber sie gehören nicht zusammen. Liegen zwei Blätter im Umschlag?';
  }
};

/** `1,2 GB`, `34 MB`, `512 kB`. */
export const toGermanSize = (bytes: number): string => {
  const format = (value: number): string =>
    value.toLocaleString('de-DE', { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (bytes >= 1e9) return `${format(bytes / 1e9)} GB`;
  if (bytes >= 1e6) return `${format(bytes / 1e6)} MB`;
  return `${format(Math.max(1, bytes / 1e3))} kB`;
};

/** A day and a time by the clock of this machine. */
export const toGermanMoment = (instant: number): string =>
  new Date(instant).toLocaleString('de-DE', { dateStyle: 'long', timeStyle: 'short' });
