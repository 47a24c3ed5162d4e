import { messages } from './catalogue.ts';

/** The page "Erreichbarkeit": which ways lead to the server, and changing them. */
export const reachTexts = messages({
  intro: {
    de: 'Auf welchen Wegen Geräte den Server erreichen und womit die Verbindung gesichert ist.',
    en: 'By which ways devices reach the server, and what secures the connection.',
  },
  unreachable: {
    de: 'Der Server ist gerade nicht erreichbar. Nichts wurde geändert.',
    en: 'The server cannot be reached just now. Nothing was changed.',
  },
  unanswered: {
    de: 'Der Server hat nicht geantwortet. Ob die Änderung gilt, zeigt diese Seite, sobald Sie sie neu laden. Warnt der Browser dabei, ist das neue Zertifikat schon in Kraft.',
    en: 'The server has not answered. Load this page anew to see whether the change holds. If the browser warns then, the new certificate is already in force.',
  },
  again: { de: 'Erneut versuchen', en: 'Try again' },
  conflict: {
    de: 'Jemand anderes hat die Erreichbarkeit gerade geändert. Sehen Sie nach, was jetzt gilt, und versuchen Sie es dann noch einmal.',
    en: 'Somebody else has just changed the ways to the server. See what holds now, then try again.',
  },

  good: { de: 'Der Server ist sicher erreichbar.', en: 'The server can be reached safely.' },
  goodSays: {
    de: 'Hier ist nichts zu tun.',
    en: 'There is nothing to do here.',
  },
  held: {
    de: 'Der Server läuft gerade ohne TLS, um etwas zu reparieren.',
    en: 'The server runs without TLS just now, so that something can be mended.',
  },
  heldSays: {
    de: 'Was Sie hier wählen, wird gespeichert und gilt, sobald der Server ohne „--tls off“ neu gestartet ist.',
    en: 'What you choose here is stored and holds once the server is restarted without “--tls off”.',
  },
  onlyHere: {
    de: 'Der Server ist nur an seinem eigenen Rechner erreichbar.',
    en: 'The server can be reached on its own computer only.',
  },
  onlyHereSays: {
    de: 'Wählen Sie unten einen Weg. Im Zweifel ist es die eigene Zertifizierungsstelle.',
    en: 'Choose a way below. If in doubt, take the school’s own authority.',
  },
  startedHere: {
    de: 'Er wurde mit „--host 127.0.0.1“ oder als Vorführschule gestartet. Ein Zertifikat ändert daran nichts.',
    en: 'It was started with “--host 127.0.0.1” or as the demonstration school. A certificate does not change that.',
  },
  ended: { de: 'Das Zertifikat ist abgelaufen.', en: 'The certificate has run out.' },
  endedSays: {
    de: 'Browser warnen oder lassen niemanden mehr herein. Laden Sie ein neues hoch oder wechseln Sie zur eigenen Zertifizierungsstelle.',
    en: 'Browsers warn or let nobody in. Upload a new one or change to the school’s own authority.',
  },
  ends: {
    de: (date: string) => `Das Zertifikat gilt nur noch bis zum ${date}.`,
    en: (date: string) => `The certificate is valid only until ${date}.`,
  },
  endsSays: {
    de: 'Es erneuert sich nicht von selbst. Bestellen Sie ein neues und laden Sie es hier hoch.',
    en: 'It is not renewed by itself. Order a new one and upload it here.',
  },
  uncovered: {
    de: (addresses: string) => `Das Zertifikat gilt nicht für ${addresses}.`,
    en: (addresses: string) => `The certificate is not for ${addresses}.`,
  },
  uncoveredOwn: {
    de: 'Unter diesen Adressen warnen Browser. Umlauf kann sie mit in das Zertifikat nehmen.',
    en: 'Browsers warn at these addresses. Umlauf can include them in the certificate.',
  },
  uncoveredUploaded: {
    de: 'Unter diesen Adressen warnen Browser. Bestellen Sie ein Zertifikat, in dem sie stehen, oder nehmen Sie sie aus der Liste.',
    en: 'Browsers warn at these addresses. Order a certificate that names them, or take them off the list.',
  },
  cover: { de: 'Mit ins Zertifikat nehmen', en: 'Include in the certificate' },

  inForce: { de: 'In Kraft', en: 'In force' },
  way: { de: 'Zertifikat', en: 'Certificate' },
  wayOwn: {
    de: 'von der eigenen Zertifizierungsstelle, erneuert sich von selbst',
    en: 'from the school’s own authority, renewed by itself',
  },
  wayUploaded: {
    de: (issuer: string) => `hochgeladen, ausgestellt von ${issuer}`,
    en: (issuer: string) => `uploaded, issued by ${issuer}`,
  },
  wayNone: { de: 'keines', en: 'none' },
  until: { de: 'Gültig bis', en: 'Valid until' },
  names: { de: 'Gilt für', en: 'Valid for' },
  browsers: { de: 'Browser', en: 'Browsers' },
  browsersKnow: { de: 'kennen es von selbst', en: 'know it by themselves' },
  browsersDoNot: {
    de: 'warnen, bis die Stelle auf dem Gerät installiert ist',
    en: 'warn until the authority is installed on the device',
  },
  fingerprint: { de: 'Fingerabdruck der Stelle', en: 'The authority’s fingerprint' },
  proxy: { de: 'Reverse Proxy', en: 'Reverse proxy' },
  proxyAt: {
    de: (address: string, from: string) => `${address}, kommt von ${from}`,
    en: (address: string, from: string) => `${address}, connects from ${from}`,
  },
  proxyNone: { de: 'keiner', en: 'none' },

  addresses: { de: 'Adressen der Schule', en: 'Addresses of the school' },
  addressesSays: {
    de: 'Die erste steht auf den Zugangszetteln.',
    en: 'The first one stands on the access slips.',
  },
  noAddresses: {
    de: 'Noch keine. Ohne Adresse steht auf den Zugangszetteln nicht, wo Umlauf zu finden ist.',
    en: 'None yet. Without an address the access slips do not say where Umlauf is found.',
  },
  changeAddresses: { de: 'Adressen ändern …', en: 'Change addresses …' },
  certified: { de: 'im Zertifikat', en: 'in the certificate' },
  proxied: { de: 'über den Reverse Proxy', en: 'through the reverse proxy' },
  plain: { de: 'ungesichert', en: 'not secured' },
  missing: { de: 'nicht im Zertifikat', en: 'not in the certificate' },

  ways: { de: 'Etwas ändern', en: 'Change something' },
  waysSays: {
    de: 'Jede Änderung gilt sofort für neue Verbindungen; offene bleiben bestehen.',
    en: 'Each change holds for new connections at once; open ones stay.',
  },
  upload: { de: 'Zertifikat hochladen …', en: 'Upload a certificate …' },
  uploadSays: {
    de: 'Wenn Ihr Schulträger oder eine öffentliche Stelle Ihnen Dateien gegeben hat.',
    en: 'If your municipality or a public authority has given you files.',
  },
  own: { de: 'Eigene Zertifizierungsstelle …', en: 'The school’s own authority …' },
  ownSays: {
    de: 'Umlauf stellt das Zertifikat selbst aus und erneuert es. Browser brauchen einmal Ihre Bestätigung.',
    en: 'Umlauf issues the certificate itself and renews it. Browsers need your confirmation once.',
  },
  setProxy: { de: 'Reverse Proxy …', en: 'Reverse proxy …' },
  setProxySays: {
    de: 'Wenn die Verbindung beim Schulträger gesichert und an diesen Rechner weitergeleitet wird.',
    en: 'If your municipality secures the connection and passes it on to this computer.',
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  notYet: { de: 'Nichts wurde geändert.', en: 'Nothing was changed.' },
  stored: {
    de: 'Gespeichert. Neue Verbindungen nehmen es schon.',
    en: 'Stored. New connections use it already.',
  },
  storedHeld: {
    de: 'Gespeichert. Es gilt, sobald der Server ohne „--tls off“ neu gestartet ist.',
    en: 'Stored. It holds once the server is restarted without “--tls off”.',
  },
  addressesStored: { de: 'Die Adressen sind gespeichert.', en: 'The addresses were saved.' },

  uploadTitle: { de: 'Zertifikat hochladen', en: 'Upload a certificate' },
  uploadHow: {
    de: 'Umlauf prüft, ob alles zusammengehört, und sagt sonst, was fehlt. Erst dann wird etwas geändert.',
    en: 'Umlauf checks whether everything fits, and says what is missing otherwise. Only then something is changed.',
  },
  certificateFile: { de: 'Zertifikat des Servers', en: 'The server’s certificate' },
  certificateFileHint: {
    de: 'Meist .pem, .crt oder .cer; oft „fullchain“ oder der Name Ihrer Schule.',
    en: 'Usually .pem, .crt or .cer; often “fullchain” or the name of your school.',
  },
  chainFile: { de: 'Zwischenzertifikate', en: 'Intermediate certificates' },
  chainFileHint: {
    de: 'Nur wenn es dafür eine eigene Datei gibt, oft „chain“, „intermediate“ oder „ca-bundle“.',
    en: 'Only if there is a file of its own for them, often “chain”, “intermediate” or “ca-bundle”.',
  },
  keyFile: { de: 'Privater Schlüssel', en: 'Private key' },
  keyFileHint: {
    de: 'Meist .key, oft „privkey“. Er geht nur an den Server und wird nirgends angezeigt.',
    en: 'Usually .key, often “privkey”. It goes to the server only and is shown nowhere.',
  },
  chooseFile: { de: 'Datei wählen', en: 'Choose a file' },
  chooseOther: { de: 'Andere Datei', en: 'Another file' },
  fileMissing: { de: 'Bitte wählen Sie diese Datei.', en: 'Please choose this file.' },
  uploadAct: { de: 'Prüfen und verwenden', en: 'Check and use' },

  ownTitle: { de: 'Eigene Zertifizierungsstelle', en: 'The school’s own authority' },
  ownNames: { de: 'Namen und Adressen des Servers', en: 'Names and addresses of the server' },
  ownNamesHint: {
    de: 'Eine je Zeile, ohne „https://“. Kommt ein neuer Name dazu, muss die Stelle in Browsern noch einmal installiert werden.',
    en: 'One per line, without “https://”. If a new name is added, the authority has to be installed in browsers once more.',
  },
  ownFrom: {
    de: (found: string) => `Auf diesem Rechner gefunden: ${found}`,
    en: (found: string) => `Found on this computer: ${found}`,
  },
  ownWarns: {
    de: 'Bisher kennen alle Browser das Zertifikat von selbst. Danach warnen sie, und manche lassen bis zu 30 Tage lang niemanden herein.',
    en: 'So far every browser knows the certificate by itself. After this they warn, and some let nobody in for up to 30 days.',
  },
  ownAct: { de: 'Zertifikat ausstellen', en: 'Issue the certificate' },
  anew: { de: 'Neue Stelle anlegen', en: 'Make a new authority' },
  anewSays: {
    de: 'Sie können stattdessen eine neue Stelle anlegen. Danach muss jedes Gerät den Server neu kennenlernen.',
    en: 'You can make a new authority instead. After that every device has to learn to know the server anew.',
  },

  proxyTitle: { de: 'Reverse Proxy', en: 'Reverse proxy' },
  proxyAddress: { de: 'Adresse, die alle eingeben', en: 'Address that everybody types' },
  proxyAddressHint: {
    de: 'Beginnt mit https://, auch mit Pfad, zum Beispiel https://schule.de/umlauf',
    en: 'Begins with https://, perhaps with a path, for example https://schule.de/umlauf',
  },
  proxyFrom: { de: 'Adresse des Proxys im Netz', en: 'Address of the proxy in the network' },
  proxyFromHint: {
    de: 'Wie der Server sie sieht, in Zahlen; 127.0.0.1, wenn er auf demselben Rechner läuft. Mehrere mit Komma trennen. Netze mit Geräten gehören nicht hierher.',
    en: 'As the server sees it, in numbers; 127.0.0.1 if it runs on the same computer. Separate several by commas. Networks with devices do not belong here.',
  },
  proxyAct: { de: 'Eintragen', en: 'Set' },
  proxyRemove: { de: 'Proxy entfernen …', en: 'Remove the proxy …' },
  proxyRemoveTitle: { de: 'Reverse Proxy entfernen?', en: 'Remove the reverse proxy?' },
  proxyRemoveSays: {
    de: (address: string) => `Unter ${address} erreicht dann niemand mehr den Server, auch Sie nicht.`,
    en: (address: string) => `Nobody will reach the server at ${address} any more, nor will you.`,
  },
  proxyRemoveLast: {
    de: 'Ohne Zertifikat ist er danach nur noch an seinem eigenen Rechner erreichbar.',
    en: 'Without a certificate it can then be reached on its own computer only.',
  },
  proxyRemoveAct: { de: 'Proxy entfernen', en: 'Remove the proxy' },
});

/** Why a certificate, its key or a proxy was not taken, and what to do: one sentence for each kind. */
export const certificateProblems = messages({
  'no-names': {
    de: 'Es fehlt eine Adresse des Servers. Tragen Sie zuerst ein, unter welchem Namen ihn alle erreichen.',
    en: 'An address of the server is missing. First enter the name under which everybody reaches it.',
  },
  'bad-name': {
    de: (detail: string) =>
      `„${detail}“ kann in keinem Zertifikat stehen. Gebraucht wird ein Rechnername wie umlauf.meine-schule.de oder eine Adresse wie 192.168.10.5, höchstens 20.`,
    en: (detail: string) =>
      `“${detail}” can stand in no certificate. Needed is a host name such as umlauf.my-school.example or an address such as 192.168.10.5, at most 20.`,
  },
  'no-certificate': {
    de: 'In der Datei ist kein Zertifikat zu finden. Gebraucht wird Text, der mit „-----BEGIN CERTIFICATE-----“ beginnt (PEM). Aus einer .pfx- oder .p12-Datei macht ihn Ihr Schulträger.',
    en: 'No certificate is found in the file. Needed is text that begins with “-----BEGIN CERTIFICATE-----” (PEM). Your municipality can make it from a .pfx or .p12 file.',
  },
  'no-key': {
    de: 'In der Datei ist kein privater Schlüssel zu finden. Gebraucht wird Text, der mit „-----BEGIN PRIVATE KEY-----“ oder ähnlich beginnt (PEM).',
    en: 'No private key is found in the file. Needed is text that begins with “-----BEGIN PRIVATE KEY-----” or similar (PEM).',
  },
  'key-encrypted': {
    de: 'Der private Schlüssel ist mit einem Kennwort verschlossen. Bitten Sie um einen ohne Kennwort; der Server könnte sonst nach einem Stromausfall nicht von selbst starten.',
    en: 'The private key is locked with a passphrase. Ask for one without; otherwise the server could not start by itself after a power cut.',
  },
  'key-mismatch': {
    de: 'Der private Schlüssel gehört zu einem anderen Zertifikat. Nehmen Sie den, der mit diesem Zertifikat ausgestellt wurde.',
    en: 'The private key belongs to another certificate. Take the one that was issued with this certificate.',
  },
  'chain-order': {
    de: 'Die Zertifikate stehen in der falschen Reihenfolge. Zuerst kommt das des Servers, dann die Zwischenzertifikate.',
    en: 'The certificates are in the wrong order. The server’s comes first, then the intermediate ones.',
  },
  'chain-broken': {
    de: 'Die Zertifikate gehören nicht zusammen: Eines wurde nicht von dem danach ausgestellt. Nehmen Sie die Zwischenzertifikate, die mit diesem Zertifikat kamen.',
    en: 'The certificates do not belong together: one was not issued by the one after it. Take the intermediate ones that came with this certificate.',
  },
  'is-authority': {
    de: 'Das ist das Zertifikat einer Stelle, nicht das eines Servers. Nehmen Sie die Datei mit dem Namen Ihrer Schule.',
    en: 'This is the certificate of an authority, not of a server. Take the file with the name of your school.',
  },
  'not-for-servers': {
    de: 'Das Zertifikat ist für etwas anderes ausgestellt, etwa für E-Mail. Gebraucht wird eines für Webserver.',
    en: 'The certificate was issued for something else, such as e-mail. Needed is one for web servers.',
  },
  expired: {
    de: (_detail: string, at: string) =>
      `Das Zertifikat, oder eines der Zwischenzertifikate, ist am ${at} abgelaufen. Bestellen Sie ein neues.`,
    en: (_detail: string, at: string) =>
      `The certificate, or one of the intermediate ones, ran out on ${at}. Order a new one.`,
  },
  'not-yet-valid': {
    de: (_detail: string, at: string) =>
      `Das Zertifikat gilt erst ab dem ${at}. Oft geht die Uhr des Servers falsch: Sehen Sie unter „Zustand“ nach.`,
    en: (_detail: string, at: string) =>
      `The certificate is valid only from ${at}. Often the server’s clock is wrong: look at “Health”.`,
  },
  'names-missing': {
    de: (detail: string) =>
      `Keine der Adressen Ihrer Schule steht im Zertifikat. Es gilt für: ${detail}. Prüfen Sie die Adressen der Schule, oder nehmen Sie das richtige Zertifikat.`,
    en: (detail: string) =>
      `None of your school’s addresses stands in the certificate. It is for: ${detail}. Check the school’s addresses, or take the right certificate.`,
  },
  'weak-key': {
    de: 'Der Schlüssel ist zu kurz für heutige Browser. Bestellen Sie ein Zertifikat mit mindestens 2048 Bit (RSA).',
    en: 'The key is too short for today’s browsers. Order a certificate with at least 2048 bits (RSA).',
  },
  unusable: {
    de: 'Mit diesem Zertifikat und Schlüssel kann der Server keine Verbindung sichern. Bestellen Sie eines mit RSA- oder ECDSA-Schlüssel.',
    en: 'The server cannot secure a connection with this certificate and key. Order one with an RSA or ECDSA key.',
  },
  'no-proxy': {
    de: 'Es fehlt die Adresse, von der der Proxy kommt. Fragen Sie Ihren Schulträger danach.',
    en: 'The address the proxy connects from is missing. Ask your municipality for it.',
  },
  'bad-proxy': {
    de: (detail: string) =>
      `„${detail}“ ist keine Adresse aus Zahlen wie 192.168.10.2 und kein kleines Netz wie 192.168.10.0/28. Höchstens acht.`,
    en: (detail: string) =>
      `“${detail}” is no address of numbers such as 192.168.10.2 and no small network such as 192.168.10.0/28. At most eight.`,
  },
  'wide-proxy': {
    de: (detail: string) =>
      `„${detail}“ ist ein zu großes Netz: Geräte darin könnten fälschen, von wem eine Anfrage kommt. Nennen Sie die Adresse des Proxys selbst.`,
    en: (detail: string) =>
      `“${detail}” is too large a network: devices in it could forge who a request is from. Name the address of the proxy itself.`,
  },
  'bad-address': {
    de: (detail: string) =>
      `„${detail}“ ist keine Adresse, die mit https:// beginnt und nur aus Name und Pfad besteht.`,
    en: (detail: string) =>
      `“${detail}” is no address that begins with https:// and has only a name and a path.`,
  },
  'key-readable': {
    de: (detail: string) =>
      `Andere Konten des Servers können den Schlüssel in ${detail} lesen. Nehmen Sie ihnen das Recht dazu (chmod 600), oder nehmen Sie einen neuen Schlüssel.`,
    en: (detail: string) =>
      `Other accounts of the server can read the key in ${detail}. Take that right from them (chmod 600), or use a new key.`,
  },
  'key-lost': {
    de: (detail: string) =>
      `Die Schlüsseldatei ${detail} fehlt oder ist beschädigt. Holen Sie sie aus der letzten Sicherung.`,
    en: (detail: string) => `The key file ${detail} is missing or damaged. Fetch it from the last backup.`,
  },
});
