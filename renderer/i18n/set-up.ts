import { messages, plural } from './catalogue.ts';

/** The assistant that founds a school. */
export const setUpTexts = messages({
  title: { de: 'Ihre Schule einrichten', en: 'Set up your school' },
  progress: {
    de: (step: number, of: number) => `Schritt ${step} von ${of}`,
    en: (step: number, of: number) => `Step ${step} of ${of}`,
  },
  back: { de: 'Zurück', en: 'Back' },
  next: { de: 'Weiter', en: 'Next' },
  finish: { de: 'Schule einrichten', en: 'Set up the school' },
  finishing: { de: 'Richtet ein …', en: 'Setting up …' },
  asking: {
    de: 'Umlauf sieht nach, ob hier schon eine Schule ist.',
    en: 'Umlauf checks whether there is a school already.',
  },
  promise: {
    de: 'Bis zum letzten Schritt wird nichts gespeichert. Sie können jederzeit zurück und alles ändern.',
    en: 'Nothing is stored before the last step. You can go back and change everything at any time.',
  },
  fillIn: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  nameUnreadable: {
    de: 'Dieser Name enthält Zeichen, die nicht in einen Namen gehören, oder er ist zu lang.',
    en: 'This name holds characters that do not belong into a name, or it is too long.',
  },

  unreachableTitle: { de: 'Der Server antwortet nicht.', en: 'The server does not answer.' },
  unreachable: {
    de: 'Was Sie eingegeben haben, ist noch da. Sehen Sie nach, ob „npm run server“ noch läuft, und versuchen Sie es dann noch einmal.',
    en: 'What you have typed is still here. See whether “npm run server” is still running, then try again.',
  },
  tryAgain: { de: 'Noch einmal versuchen', en: 'Try again' },
  insecureTitle: { de: 'Diese Adresse ist nicht gesichert.', en: 'This address is not secured.' },
  insecure: {
    de: 'Beim Einrichten geben Sie ein Kennwort ein; über eine ungesicherte Verbindung könnte es jemand im Netz mitlesen. Öffnen Sie den Assistenten an dem Rechner, auf dem der Server läuft, unter http://localhost, oder über https hinter Ihrem Reverse-Proxy.',
    en: 'You type a password during set-up; over an unsecured connection somebody in the network could read it. Open the assistant on the computer the server runs on, at http://localhost, or over https behind your reverse proxy.',
  },

  codeTitle: { de: 'Sind Sie die Person am Server?', en: 'Are you the person at the server?' },
  codeSays: {
    de: 'Sie öffnen den Assistenten von einem anderen Rechner aus. Geben Sie den Code ein, den „npm run server“ auf dem Server angezeigt hat.',
    en: 'You open the assistant from another computer. Type the code that “npm run server” showed on the server.',
  },
  code: { de: 'Code vom Server', en: 'Code from the server' },
  codeHint: {
    de: 'Acht Zeichen. Groß oder klein, mit oder ohne Strich.',
    en: 'Eight characters. Upper or lower case, with or without the dash.',
  },
  codeAct: { de: 'Assistenten öffnen', en: 'Open the assistant' },
  codeWrong: { de: 'Dieser Code stimmt nicht.', en: 'This code is not right.' },
  codeRemaining: {
    de: (count: number) =>
      plural(count, { one: 'Noch 1\u00a0Versuch.', other: `Noch ${count}\u00a0Versuche.` }),
    en: (count: number) =>
      plural(count, { one: '1\u00a0attempt left.', other: `${count}\u00a0attempts left.` }),
  },
  codePause: {
    de: (until: string) =>
      `Zu viele Versuche. Ab ${until} geht es wieder. Am Server selbst brauchen Sie keinen Code.`,
    en: (until: string) =>
      `Too many attempts. You can try again from ${until}. At the server itself you need no code.`,
  },

  schoolTitle: { de: 'Welche Schule ist es?', en: 'Which school is it?' },
  schoolName: { de: 'Name der Schule', en: 'Name of the school' },
  schoolNameHint: { de: 'So, wie er über jeder Seite stehen soll.', en: 'As it shall stand on every page.' },
  land: { de: 'Land', en: 'Land' },
  landChoose: { de: 'Bitte wählen', en: 'Please choose' },
  landHint: {
    de: 'Davon hängen Feiertage und die Regeln der Konferenzen ab.',
    en: 'Public holidays and the rules of conferences depend on it.',
  },
  landMissing: { de: 'Bitte wählen Sie das Land.', en: 'Please choose the Land.' },
  form: { de: 'Schulart', en: 'Kind of school' },
  formSecondary: { de: 'Weiterführende Schule', en: 'Secondary school' },
  formPrimary: { de: 'Grundschule', en: 'Primary school' },
  formVocational: { de: 'Berufliche Schule', en: 'Vocational school' },
  formCombined: { de: 'Mehrere Schularten unter einem Dach', en: 'Several kinds of school under one roof' },

  bodiesTitle: { de: 'Welche Gremien gibt es?', en: 'Which bodies are there?' },
  bodiesSays: {
    de: 'Ein Gremium lädt ein, berät und beschließt. Mitglieder tragen Sie später ein; Klassen- und Fachkonferenzen legen Sie an, sobald Sie sie brauchen.',
    en: 'A body invites, confers and decides. You add its members later, and conferences of classes and subjects when you need them.',
  },
  bodyName: { de: 'Name des Gremiums', en: 'Name of the body' },
  bodyRules: {
    de: (law: string) => `Regeln: ${law}`,
    en: (law: string) => `Rules: ${law}`,
  },
  bodyRulesOpen: {
    de: 'Die Regeln für Abstimmungen tragen Sie später ein.',
    en: 'You enter the rules for votes later.',
  },
  bodyTaken: {
    de: 'Diesen Namen hat schon eine andere Gruppe. „Kollegium“ wird von selbst angelegt.',
    en: 'Another group has this name. “Kollegium” is created by itself.',
  },
  protectedBody: {
    de: 'Gruppen der Personalvertretung legt Umlauf nicht an: Die Administration könnte mitlesen, und das darf sie nicht.',
    en: 'Umlauf creates no groups of the staff council: administrators could read along, which they must not.',
  },

  holidaysTitle: { de: 'Wann sind Ferien?', en: 'When are the school holidays?' },
  holidaysSays: {
    de: 'In den Ferien benachrichtigt Umlauf niemanden, und Fristen zählen nur Unterrichtstage. Sie können das auch später eintragen.',
    en: 'During holidays Umlauf notifies nobody, and deadlines count teaching days only. You can enter this later as well.',
  },
  holidaysKnown: {
    de: (names: string) => `Gesetzliche Feiertage kennt Umlauf schon, als Nächstes: ${names}.`,
    en: (names: string) => `Umlauf knows the public holidays already, next: ${names}.`,
  },
  holidayName: { de: 'Bezeichnung', en: 'Name' },
  holidayFrom: { de: 'Erster Ferientag', en: 'First day' },
  holidayTo: { de: 'Letzter Ferientag', en: 'Last day' },
  holidayAdd: { de: 'Ferien eintragen', en: 'Add holidays' },
  holidayRemove: {
    de: (name: string) => `${name} entfernen`,
    en: (name: string) => `Remove ${name}`,
  },
  holidayUnnamed: { de: 'Eintrag', en: 'entry' },
  holidayIncomplete: {
    de: 'Bitte Bezeichnung und beide Tage angeben.',
    en: 'Please give a name and both days.',
  },
  holidayBackwards: {
    de: 'Der letzte Ferientag liegt vor dem ersten.',
    en: 'The last day lies before the first.',
  },
  holidayWrong: {
    de: 'So lange Ferien gibt es nicht: höchstens 120 Tage.',
    en: 'No holidays last that long: at most 120 days.',
  },
  holidaysFile: { de: 'Ferien aus Datei', en: 'Holidays from a file' },
  holidaysFileHint: {
    de: 'Eine Kalenderdatei (.ics), wie sie die Länder anbieten, oder eine Tabelle (.csv).',
    en: 'A calendar file (.ics), as the Länder offer it, or a table (.csv).',
  },
  holidaysTaken: {
    de: (count: number) =>
      plural(count, { one: '1 Eintrag übernommen.', other: `${count} Einträge übernommen.` }),
    en: (count: number) =>
      plural(count, { one: '1 entry taken over.', other: `${count} entries taken over.` }),
  },
  holidaysRefused: {
    de: (count: number) =>
      plural(count, {
        one: '1 weiterer war nicht zu verstehen und fehlt.',
        other: `${count} weitere waren nicht zu verstehen und fehlen.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: '1 more could not be understood and is missing.',
        other: `${count} more could not be understood and are missing.`,
      }),
  },
  holidaysUnreadable: {
    de: 'In dieser Datei sind keine Ferien zu finden. Erwartet wird ein Kalender (.ics) oder eine Tabelle mit Bezeichnung, erstem und letztem Tag.',
    en: 'No holidays are found in this file. A calendar (.ics) or a table with name, first and last day is expected.',
  },
  holidaysLater: { de: 'Noch nichts eingetragen.', en: 'Nothing entered yet.' },

  administratorsTitle: { de: 'Wer verwaltet Umlauf?', en: 'Who administers Umlauf?' },
  administratorsSays: {
    de: 'Es sind immer zwei Personen, damit niemand als Einzige den Zugang hat. Mehr lesen als andere dürfen sie nicht.',
    en: 'It is always two persons, so that nobody alone has access. They may read no more than others.',
  },
  firstPerson: { de: 'Sie selbst', en: 'Yourself' },
  secondPerson: { de: 'Die zweite Person', en: 'The second person' },
  secondSays: {
    de: 'Sie bekommt am Ende einen Zugangszettel und wählt ihr Kennwort selbst.',
    en: 'At the end there is an access slip, with which this person chooses a password.',
  },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  shortCode: { de: 'Kürzel', en: 'Short code' },
  shortCodeWrong: {
    de: 'Bis zu 12 Buchstaben und Ziffern, mindestens ein Buchstabe.',
    en: 'Up to 12 letters and digits, at least one letter.',
  },
  role: { de: 'Aufgabe', en: 'Role' },
  roleTeacher: { de: 'Lehrkraft', en: 'Teacher' },
  roleLeadership: { de: 'Schulleitung', en: 'Leadership' },
  roleOffice: { de: 'Sekretariat', en: 'Office' },
  samePerson: {
    de: 'Das ist zweimal dieselbe Person. Nennen Sie zwei verschiedene.',
    en: 'This is the same person twice. Name two different ones.',
  },
  sameShortCode: {
    de: 'Beide haben dasselbe Kürzel. Jede Person braucht ihr eigenes.',
    en: 'Both have the same short code. Each person needs one of their own.',
  },
  password: { de: 'Ihr Kennwort', en: 'Your password' },
  passwordGuessable: {
    de: 'Dieses Kennwort ist leicht zu erraten: Es besteht fast nur aus Namen, bekannten Wörtern oder Reihen.',
    en: 'This password is easy to guess: it consists almost only of names, common words or runs.',
  },
  passwordOnceMore: {
    de: 'Die Seite wurde neu geladen. Alles ist noch da bis auf Ihr Kennwort, das Umlauf nirgends ablegt. Geben Sie es bitte noch einmal ein.',
    en: 'The page was loaded anew. Everything is still here but your password, which Umlauf keeps nowhere. Please type it once more.',
  },

  addressesTitle: { de: 'Wie wird der Server gefunden?', en: 'How is the server found?' },
  addressesSays: {
    de: 'Unter diesen Namen und Adressen suchen die Geräte im Schulnetz den Server. Lassen Sie angekreuzt, was dauerhaft gilt.',
    en: 'Devices in the school’s network look for the server under these names and addresses. Leave ticked what lasts.',
  },
  hostsFound: { de: 'Auf diesem Rechner gefunden', en: 'Found on this computer' },
  hostsNone: {
    de: 'Auf diesem Rechner wurde keine Adresse im Schulnetz gefunden.',
    en: 'No address in the school’s network was found on this computer.',
  },
  hostsOther: { de: 'Weitere Namen oder Adressen', en: 'Further names or addresses' },
  hostsOtherHint: {
    de: 'Zum Beispiel umlauf.schule.local. Mehrere mit Komma trennen.',
    en: 'For example umlauf.schule.local. Separate several by commas.',
  },
  hostWrong: {
    de: (host: string) => `„${host}“ ist weder ein Rechnername noch eine Adresse.`,
    en: (host: string) => `“${host}” is neither a host name nor an address.`,
  },
  publicAddress: { de: 'Adresse von außen (falls vorhanden)', en: 'Address from outside (if there is one)' },
  publicAddressHint: {
    de: 'Zum Beispiel https://umlauf.gymnasium-lindenhof.de. Fragen Sie Ihren Schulträger; ohne sie arbeiten alle im Schulnetz.',
    en: 'For example https://umlauf.gymnasium-lindenhof.de. Ask your municipality; without it everybody works in the school’s network.',
  },
  publicAddressWrong: {
    de: 'Das ist keine Adresse, die mit https:// beginnt und einen vollständigen Namen hat.',
    en: 'This is no address that begins with https:// and has a full name.',
  },
  addressMissing: {
    de: 'Nennen Sie mindestens einen Namen oder eine Adresse, sonst findet niemand den Server.',
    en: 'Name at least one name or address, or nobody finds the server.',
  },

  certificateTitle: { de: 'Wie ist die Verbindung gesichert?', en: 'How is the connection secured?' },
  certificateOwn: {
    de: 'Umlauf stellt das Zertifikat selbst aus',
    en: 'Umlauf issues the certificate itself',
  },
  certificateOwnHint: {
    de: 'Das Richtige, wenn Sie unsicher sind. Das Desktop-Programm prüft es von selbst; Browser brauchen einmal Ihre Bestätigung.',
    en: 'Right if you are unsure. The desktop program checks it by itself; browsers need your confirmation once.',
  },
  certificateProxy: { de: 'Ein Reverse-Proxy steht davor', en: 'A reverse proxy stands before it' },
  certificateProxyHint: {
    de: 'Ihr Schulträger sichert die Verbindung und leitet sie an diesen Rechner weiter.',
    en: 'Your municipality secures the connection and passes it on to this computer.',
  },
  proxies: { de: 'Adresse des Proxys im Schulnetz', en: 'Address of the proxy in the school’s network' },
  proxiesHint: {
    de: '127.0.0.1, wenn er auf diesem Rechner läuft. Nur von dort gilt, was ein Proxy über Absender sagt.',
    en: '127.0.0.1 if it runs on this computer. Only from there counts what a proxy says of senders.',
  },
  proxiesWrong: {
    de: 'Das ist keine Adresse aus Zahlen, etwa 192.168.10.2.',
    en: 'This is no address of numbers, such as 192.168.10.2.',
  },
  proxyAddressMissing: {
    de: 'Gehen Sie einen Schritt zurück und nennen Sie die Adresse von außen.',
    en: 'Go one step back and name the address from outside.',
  },
  certificateUploaded: { de: 'Ich habe ein eigenes Zertifikat', en: 'I have a certificate of my own' },
  certificateUploadedHint: {
    de: 'Sie laden die Dateien nach dem Einrichten unter „Verwaltung → Erreichbarkeit“ hoch; bis dahin ist der Server nur an diesem Rechner erreichbar.',
    en: 'You upload the files after set-up at “Administration → Reach”; until then the server can be reached on this computer only.',
  },

  storageFull: {
    de: 'Auf dem Server ist kein Platz mehr. Es wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    en: 'The server has no space left. Nothing was stored. Make room and try again.',
  },
  notFounded: {
    de: 'Das Einrichten ist nicht gelungen. Es wurde nichts gespeichert, und Ihre Angaben sind noch da. Versuchen Sie es noch einmal.',
    en: 'Set-up did not work. Nothing was stored, and what you typed is still here. Try again.',
  },
  noAnswer: {
    de: 'Der Server hat nicht geantwortet. Versuchen Sie es noch einmal: Doppelt eingerichtet wird dabei nichts.',
    en: 'The server did not answer. Try again: nothing is set up twice by it.',
  },
  goneTitle: { de: 'Hier ist schon eine Schule.', en: 'There is a school here already.' },
  gone: {
    de: 'Sie wurde in einem anderen Fenster oder auf der Befehlszeile eingerichtet. Was Sie hier eingegeben haben, wurde nicht übernommen.',
    en: 'It was set up in another window or on the command line. What you typed here was not taken over.',
  },
  toDoor: { de: 'Zur Anmeldung', en: 'To the sign-in' },

  doneTitle: {
    de: (school: string) => `${school} ist eingerichtet.`,
    en: (school: string) => `${school} is set up.`,
  },
  doneCodeTitle: {
    de: (name: string) => `Zugangszettel für ${name}`,
    en: (name: string) => `Access slip for ${name}`,
  },
  doneCodeSays: {
    de: (until: string) =>
      `Drucken Sie den Zettel, und geben Sie ihn persönlich weiter. Er gilt einmal, bis ${until}, und wird nicht wieder angezeigt.`,
    en: (until: string) =>
      `Print the slip, and hand it over in person. It works once, until ${until}, and is not shown again.`,
  },
  doneCodeHow: {
    de: (shortCode: string) =>
      `Einlösen auf der Anmeldeseite unter „Zugangscode einlösen“ mit dem Kürzel ${shortCode}.`,
    en: (shortCode: string) =>
      `Redeem it on the sign-in page at “Redeem an access code” with the short code ${shortCode}.`,
  },
  printSlip: { de: 'Zettel öffnen und drucken', en: 'Open the slip and print it' },
  preparingSlip: { de: 'Zettel wird gesetzt …', en: 'The slip is being set …' },
  slipFailed: {
    de: 'Der Zettel ließ sich nicht setzen. Schreiben Sie den Code ab; er gilt genauso.',
    en: 'The slip could not be set. Write the code down; it works all the same.',
  },
  slipSaved: {
    de: 'Der Browser hat keinen neuen Reiter geöffnet. Der Zettel liegt bei Ihren Downloads; löschen Sie ihn nach dem Drucken.',
    en: 'The browser opened no new tab. The slip is in your downloads; delete it after printing.',
  },
  doneNotSecured: {
    de: 'Der Server ist noch nur an diesem Rechner erreichbar: Ein Zertifikat fehlt. Laden Sie es unter „Verwaltung → Erreichbarkeit“ hoch.',
    en: 'The server can still be reached on this computer only: a certificate is missing. Upload it at “Administration → Reach”.',
  },
  doneAddresses: {
    de: (addresses: string) => `Andere Geräte erreichen den Server ab jetzt unter ${addresses}.`,
    en: (addresses: string) => `Other devices reach the server from now on at ${addresses}.`,
  },
  nextTitle: { de: 'Was jetzt kommt', en: 'What comes next' },
  nextSays: {
    de: 'Jede Zeile meldet Sie an und öffnet die Seite dafür. Später finden Sie alles unter „Verwaltung“ und „Gruppen & Personen“.',
    en: 'Each line signs you in and opens its page. Later you find everything at “Administration” and “Groups & people”.',
  },
  nextReach: {
    de: 'Das Zertifikat hochladen, damit andere Geräte den Server erreichen.',
    en: 'Upload the certificate so that other devices reach the server.',
  },
  nextSettings: {
    de: 'Ruhezeiten, Ferien und was sonst für alle gilt, durchsehen.',
    en: 'Look through quiet hours, holidays and whatever else is for everybody.',
  },
  nextBackup: {
    de: 'Nachsehen, wohin jede Nacht gesichert wird.',
    en: 'See where the nightly backup goes.',
  },
  nextImport: {
    de: 'Das Kollegium einlesen, aus Untis, SchILD, WinLD oder einer Tabelle.',
    en: 'Import the staff from Untis, SchILD, WinLD or a table.',
  },
  nextSlips: { de: 'Zugangszettel drucken und austeilen.', en: 'Print the slips and hand them out.' },
  nextMembers: {
    de: 'Mitglieder und Vorsitz der Gremien eintragen.',
    en: 'Enter members and chairs of the bodies.',
  },
  enter: { de: 'Anmelden und weiter', en: 'Sign in and go on' },
  entering: { de: 'Meldet an …', en: 'Signing in …' },
});
