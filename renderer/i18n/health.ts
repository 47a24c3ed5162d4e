import { messages } from './catalogue.ts';

/** The page "Zustand": what each check found and what to do next. */
export const healthTexts = messages({
  intro: {
    de: 'Was der Server über sich herausfindet. Er fragt dazu niemanden außerhalb der Schule.',
    en: 'What the server finds out about itself. It asks nobody outside the school.',
  },
  unreachable: {
    de: 'Der Server ist gerade nicht erreichbar. Sobald die Verbindung da ist, erscheint hier, wie es ihm geht.',
    en: 'The server cannot be reached just now. Once the connection is back, its state appears here.',
  },
  notAllowed: {
    de: 'Diese Seite ist nur für die Administration.',
    en: 'This page is for administrators only.',
  },
  again: { de: 'Noch einmal prüfen', en: 'Check again' },
  good: { de: 'In Ordnung', en: 'All right' },
  attention: { de: 'Bitte ansehen', en: 'Please look' },
  urgent: { de: 'Bitte gleich handeln', en: 'Please act now' },
  network: { de: 'Im Netz der Schule', en: 'In the school’s network' },
  outside: { de: 'Von außen', en: 'From outside' },
  certificate: { de: 'Zertifikat', en: 'Certificate' },
  clock: { de: 'Uhr', en: 'Clock' },
  disk: { de: 'Speicherplatz', en: 'Disk space' },
  backup: { de: 'Sicherung', en: 'Backup' },
  addresses: {
    de: (addresses: string, port: number) => `Adressen: ${addresses}, Port ${port}`,
    en: (addresses: string, port: number) => `Addresses: ${addresses}, port ${port}`,
  },
  proxy: { de: (address: string) => `Adresse: ${address}`, en: (address: string) => `Address: ${address}` },
  until: { de: (date: string) => `Gültig bis ${date}`, en: (date: string) => `Valid until ${date}` },
  fingerprint: {
    de: (fingerprint: string) => `Fingerabdruck (SHA-256): ${fingerprint}`,
    en: (fingerprint: string) => `Fingerprint (SHA-256): ${fingerprint}`,
  },
  serverClock: {
    de: (moment: string) => `Uhr des Servers: ${moment}`,
    en: (moment: string) => `The server’s clock: ${moment}`,
  },
  room: {
    de: (free: string, total: string) => `${free} von ${total} frei`,
    en: (free: string, total: string) => `${free} of ${total} free`,
  },
  lastBackup: {
    de: (moment: string) => `Letzte gute Sicherung: ${moment}`,
    en: (moment: string) => `Last good backup: ${moment}`,
  },
});

/** One sentence for each finding; where something is to be done, it says what. */
export const healthFindings = messages({
  reached: {
    de: 'Andere Geräte erreichen den Server.',
    en: 'Other devices reach the server.',
  },
  'never-reached': {
    de: 'Seit dem Start kam noch niemand von einem anderen Gerät. Öffnen Sie dort eine der Adressen. Geht es nicht, lassen Sie in der Firewall dieses Rechners den Port für eingehende Verbindungen zu.',
    en: 'Nobody has come from another device since the start. Open one of the addresses there. If that fails, allow the port for incoming connections in this computer’s firewall.',
  },
  'no-answer': {
    de: 'Der Server hört an keiner Adresse des Netzes. Prüfen Sie das Netzwerkkabel und starten Sie den Server ohne --host neu.',
    en: 'The server listens on no address of the network. Check the network cable and restart the server without --host.',
  },
  'only-here': {
    de: 'Der Server ist nur auf seinem eigenen Rechner erreichbar. Wählen Sie unter „Erreichbarkeit“ ein Zertifikat, dann hört er im ganzen Netz.',
    en: 'The server can be reached on its own computer only. Choose a certificate at “Reach”; then it listens in the whole network.',
  },
  'proxy-used': {
    de: 'Der Weg über den Reverse Proxy wird benutzt.',
    en: 'The way through the reverse proxy is in use.',
  },
  'proxy-unused': {
    de: 'Seit dem Start kam noch niemand über den Reverse Proxy. Öffnen Sie die Adresse mit dem Telefon, ohne WLAN der Schule.',
    en: 'Nobody has come through the reverse proxy since the start. Open the address on a phone, outside the school’s Wi-Fi.',
  },
  'proxy-hides': {
    de: 'Der Reverse Proxy sagt nicht, von wem eine Anfrage kommt. Bitten Sie, dort X-Forwarded-For zu setzen; sonst sperren falsche Kennwörter einer Person alle aus.',
    en: 'The reverse proxy does not say who a request is from. Ask for X-Forwarded-For to be set there; else one person’s wrong passwords lock everybody out.',
  },
  'no-way-outside': {
    de: 'Es ist kein Reverse Proxy eingetragen. Von zu Hause geht es dann nur über ein VPN der Schule.',
    en: 'No reverse proxy is set. From home it then works only through the school’s VPN.',
  },
  'certificate-own': {
    de: 'Die eigene Zertifizierungsstelle der Schule erneuert das Zertifikat von selbst.',
    en: 'The school’s own authority renews the certificate by itself.',
  },
  'certificate-public': {
    de: 'Alle Browser kennen das hochgeladene Zertifikat.',
    en: 'Every browser knows the uploaded certificate.',
  },
  'certificate-private': {
    de: 'Das hochgeladene Zertifikat gilt. Browser kennen seine Stelle nicht von selbst; sie muss auf den Geräten installiert sein.',
    en: 'The uploaded certificate is valid. Browsers do not know its authority by themselves; it has to be installed on the devices.',
  },
  'certificate-ends': {
    de: 'Das Zertifikat läuft bald ab. Bestellen Sie ein neues und laden Sie es unter „Erreichbarkeit“ hoch, bevor Browser warnen.',
    en: 'The certificate runs out soon. Order a new one and upload it at “Reach” before browsers warn.',
  },
  'certificate-ended': {
    de: 'Das Zertifikat ist abgelaufen, Browser warnen. Laden Sie unter „Erreichbarkeit“ ein neues hoch oder wechseln Sie dort zur eigenen Zertifizierungsstelle.',
    en: 'The certificate has run out, and browsers warn. Upload a new one at “Reach”, or change to the school’s own authority there.',
  },
  'no-certificate': {
    de: 'Der Server selbst hat kein Zertifikat. Das genügt nur, wenn alle über einen Reverse Proxy kommen.',
    en: 'The server itself has no certificate. That is enough only where everybody comes through a reverse proxy.',
  },
  'clock-agrees': {
    de: 'Die Uhr des Servers und die dieses Geräts stimmen überein.',
    en: 'The server’s clock and this device’s agree.',
  },
  'clock-differs': {
    de: 'Die Uhr des Servers und die dieses Geräts gehen auseinander. Sehen Sie nach, welche falsch geht; nach der des Servers richten sich alle Fristen.',
    en: 'The server’s clock and this device’s differ. Find out which is wrong; all deadlines go by the server’s.',
  },
  'clock-back': {
    de: 'Die Uhr des Servers steht vor dem letzten Eintrag der Schule. Stellen Sie sie richtig, sonst geraten Fristen durcheinander.',
    en: 'The server’s clock shows a time before the school’s last entry. Set it right, or deadlines go wrong.',
  },
  'disk-room': { de: 'Es ist genug Platz.', en: 'There is enough room.' },
  'disk-low': {
    de: 'Der Platz wird knapp. Räumen Sie auf dem Server auf oder lassen Sie die Festplatte vergrößern.',
    en: 'Room is getting short. Clear up on the server or have the disk enlarged.',
  },
  'disk-full': {
    de: 'Die Festplatte ist fast voll. Bald kann niemand mehr etwas speichern. Schaffen Sie heute Platz.',
    en: 'The disk is almost full. Soon nobody can save anything. Make room today.',
  },
  'backup-fresh': { de: 'Die Sicherung ist aktuell.', en: 'The backup is up to date.' },
  'backup-old': {
    de: 'Die letzte gute Sicherung ist mehr als zwei Tage alt. Sehen Sie nach, ob der Ordner der Sicherungen erreichbar ist.',
    en: 'The last good backup is more than two days old. See whether the folder of the backups can be reached.',
  },
  'backup-none': {
    de: 'Es gibt noch keine Sicherung. Die erste entsteht in der kommenden Nacht.',
    en: 'There is no backup yet. The first is made in the coming night.',
  },
  'backup-no-key': {
    de: 'Es gibt keinen Wiederherstellungsschlüssel, deshalb wird nichts gesichert. Wie Sie ihn anlegen, steht unter „Verwaltung“, „Sicherung“.',
    en: 'There is no recovery key, so nothing is backed up. “Administration”, “Backups” says how to make it.',
  },
  'backup-failed': {
    de: 'Die letzte Sicherung ist gescheitert. Sehen Sie nach, ob ihr Ordner erreichbar und Platz darin ist.',
    en: 'The last backup failed. See whether its folder can be reached and has room.',
  },
});
