import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setUpPlanSchema } from '#core/admin/set-up.ts';
import { accept } from '#core/kernel/result.ts';
import { setLocale } from '#renderer/i18n/catalogue.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import {
  BEGUN,
  BLOCKS,
  KEY,
  FINISHED,
  createServer,
  refusal,
  open,
  heading,
  button,
  next,
  person,
  PASSWORD,
  fillPerson,
  fillPassword,
  proveBlock,
  goTo,
} from './set-up.fixture.ts';

beforeEach(async () => {
  await page.viewport(1366, 768);
  sessionStorage.clear();
  setLocale('de');
});

// Setting the sheet keeps a busy machine occupied for seconds.
describe('the assistant', { timeout: 60_000 }, () => {
  it('asks one thing after the other, each screen accessible in both themes, and founds the school at the end', async () => {
    const { container, asked, entered, slips } = await open();
    for (const title of [
      'Welche Schule ist es?',
      'Welche Gremien gibt es?',
      'Wann sind Ferien?',
      'Wer verwaltet Umlauf?',
      'Wie wird der Server gefunden?',
      'Wie ist die Verbindung gesichert?',
      'Der Notfallumschlag',
    ]) {
      sessionStorage.clear();
      await goToFrom(title);
      expect([title, await findFaults(container, 'page')]).toEqual([title, []]);
    }
    await expect.element(page.getByText('Schritt 7 von 7')).toBeVisible();
    await expect.element(page.getByText('D4E5F6')).toBeVisible();
    await button('Schule einrichten').click();
    await expect.element(page.getByText('Bitte ausfüllen.')).toBeVisible();
    await proveBlock(() => 'ZZZZZZ');
    await expect.element(page.getByText(/Das ist nicht Block/u)).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await proveBlock((block) => ` ${block.toLowerCase().replace('0', 'o')} `);
    await button('Schule einrichten').click();
    await expect.element(heading('Gymnasium am Lindenhof ist eingerichtet.')).toBeVisible();
    await expect.element(page.getByText('WXYZ-2345')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(setUpPlanSchema.parse(asked.requests[0]?.plan)).toMatchObject({
      name: 'Gymnasium am Lindenhof',
      land: 'BW',
      bodies: [
        { name: 'Gesamtlehrerkonferenz', ruleSet: 'bw-staff' },
        { name: 'Schulkonferenz', ruleSet: 'bw-school' },
      ],
      first: { shortCode: 'Bra' },
      second: { shortCode: 'Kuh' },
      reach: { hosts: ['schulserver', '192.168.10.5'], certificate: 'own' },
    });
    expect(JSON.stringify(asked.requests)).not.toContain(PASSWORD);
    for (const block of BLOCKS) expect(JSON.stringify(asked.requests)).not.toContain(block);
    expect(asked.requests[0]?.recoveryKey).toBe(KEY.publicKey);
    await expect
      .element(page.getByText(/https:\/\/schulserver:4400 und https:\/\/192\.168\.10\.5:4400/u))
      .toBeVisible();
    await expect.element(button('Zettel öffnen und drucken')).toBeVisible();
    expect(slips).toEqual([
      {
        school: 'Gymnasium am Lindenhof',
        addresses: ['https://schulserver:4400', 'https://192.168.10.5:4400'],
        person: { firstName: 'Oğuz', lastName: 'Kühne', shortCode: 'Kuh' },
        first: { firstName: 'Ute', lastName: 'Brandt', shortCode: 'Bra' },
        code: 'WXYZ-2345',
        until: Date.UTC(2026, 11, 3, 9),
      },
    ]);
    await page.viewport(390, 844);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await button('Anmelden und weiter').click();
    expect(entered).toEqual([['Bra', PASSWORD, '/']]);
    expect(sessionStorage.length).toBe(0);
  });

  it('leads from its last screen to the pages that come next, and says what to do where no slip can be set', async () => {
    const notSecured = accept({
      accessCode: 'WXYZ-2345',
      expiresAt: Date.UTC(2026, 11, 3, 9),
      secured: false,
    });
    const { container, entered } = await open(createServer([], [notSecured]), true, false);
    await goTo('Der Notfallumschlag');
    await proveBlock();
    await button('Schule einrichten').click();
    await expect.element(page.getByText(/Schreiben Sie den Code ab/u)).toBeVisible();
    await expect.element(page.getByText('WXYZ-2345')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('button', { name: /Das Zertifikat hochladen/u }).click();
    expect(entered).toEqual([['Bra', PASSWORD, '/verwaltung/erreichbarkeit']]);
  });

  /** The next screen, when the one before it is shown. */
  const goToFrom = async (title: string): Promise<void> => {
    switch (title) {
      case 'Welche Schule ist es?':
        break;
      case 'Welche Gremien gibt es?':
        await page.getByLabelText('Name der Schule').fill('Gymnasium am Lindenhof');
        await page.getByRole('combobox', { name: 'Land' }).click();
        await page.getByRole('option', { name: 'Baden-Württemberg' }).click();
        await next();
        break;
      case 'Wie wird der Server gefunden?':
        await fillPerson('Sie selbst', 'Ute', 'Brandt', 'Bra');
        await fillPerson('Die zweite Person', 'Oğuz', 'Kühne', 'Kuh');
        await fillPassword();
        await next();
        break;
      default:
        await next();
    }
    await expect.element(heading(title)).toBeVisible();
  };

  it('goes back without losing anything, and keeps what was typed over a reload, but no password', async () => {
    const { unmount } = await open();
    await goTo('Wie wird der Server gefunden?');
    await button('Zurück').click();
    await expect.element(person('Sie selbst').getByLabelText('Nachname')).toHaveValue('Brandt');
    await expect.element(page.getByLabelText('Ihr Kennwort')).toHaveValue(PASSWORD);
    await next();
    await expect.element(heading('Wie wird der Server gefunden?')).toBeVisible();
    expect(JSON.stringify(sessionStorage)).not.toContain(PASSWORD);
    await unmount();
    await open();
    await expect.element(page.getByText(/Alles ist noch da bis auf Ihr Kennwort/u)).toBeVisible();
    await expect.element(person('Die zweite Person').getByLabelText('Nachname')).toHaveValue('Kühne');
    await expect.element(page.getByLabelText('Ihr Kennwort')).toHaveValue('');
  });

  it('says at the field what is wrong, and goes to the first one', async () => {
    const { container } = await open();
    await next();
    await expect.element(page.getByText('Bitte wählen Sie das Land.')).toBeVisible();
    await expect.element(page.getByLabelText('Name der Schule')).toHaveFocus();
    expect(await findFaults(container, 'page')).toEqual([]);
    await goTo('Welche Gremien gibt es?');
    const body = page.getByLabelText('Name des Gremiums').first();
    await body.fill('Örtlicher Personalrat');
    await next();
    await expect
      .element(page.getByText(/Gruppen der Personalvertretung legt Umlauf nicht an/u))
      .toBeVisible();
    await body.fill('Kollegium');
    await expect.element(page.getByText(/Diesen Namen hat schon eine andere Gruppe/u)).toBeVisible();
    await body.fill('Gesamtlehrerkonferenz');
    await next();
    await button('Ferien eintragen').click();
    await next();
    await expect.element(page.getByText('Bitte Bezeichnung und beide Tage angeben.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await button('Eintrag entfernen').click();
    await next();
    await fillPerson('Sie selbst', 'Ute', 'Brandt', 'Bra');
    await fillPerson('Die zweite Person', 'Ute', 'Brandt', 'Bra2');
    await fillPassword('Passwort123!');
    await next();
    await expect.element(page.getByText(/Das ist zweimal dieselbe Person/u)).toBeVisible();
    await expect.element(page.getByText(/leicht zu erraten/u)).toBeVisible();
    await fillPerson('Die zweite Person', 'Oğuz\u202E', '=1+1', 'bra');
    await expect.element(page.getByText(/Zeichen, die nicht in einen Namen gehören/u).first()).toBeVisible();
    await fillPerson('Die zweite Person', 'Oğuz', 'Kühne', 'bra');
    await expect.element(page.getByText(/Beide haben dasselbe Kürzel/u)).toBeVisible();
    await fillPassword('kurz');
    await expect.element(page.getByText('Es fehlen noch 6 Zeichen.')).toBeVisible();
    await fillPassword(PASSWORD, 'anders');
    await expect.element(page.getByText('Die beiden Kennwörter sind verschieden.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('takes holidays from a calendar file, and says what it could not understand', async () => {
    const { container, asked } = await open();
    await goTo('Wann sind Ferien?');
    const file = page.getByLabelText('Ferien aus Datei', { exact: true });
    const input = file.elements().find((element) => element instanceof HTMLInputElement);
    if (input === undefined) throw new Error('there is no place for a file');
    await userEvent.upload(input, new File(['kein Kalender'], 'ferien.csv'));
    await expect.element(page.getByText(/keine Ferien zu finden/u)).toBeVisible();
    const event = (name: string, from: string, to: string): string =>
      `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\nEND:VEVENT\r\n`;
    const events =
      event('Weihnachtsferien', '20261223', '20270110') + event('Osterferien', '20270330', '20270301');
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`;
    await userEvent.upload(input, new File([calendar], 'ferien.ics'));
    await expect
      .element(page.getByText('1 Eintrag übernommen. 1 weiterer war nicht zu verstehen und fehlt.'))
      .toBeVisible();
    await expect.element(page.getByLabelText('Bezeichnung')).toHaveValue('Weihnachtsferien');
    expect(await findFaults(container, 'page')).toEqual([]);
    await next();
    await expect.element(heading('Wer verwaltet Umlauf?')).toBeVisible();
    expect(asked.requests).toEqual([]);
  });

  it('asks whoever is not at the server for the code, and says how often they may try', async () => {
    const until = Date.now() + 120_000;
    const server = createServer([
      refusal({ reason: 'unauthenticated' }),
      refusal({ reason: 'wrong-credentials', remaining: 7 }),
      refusal({ reason: 'rate-limited', until }),
      BEGUN,
    ]);
    const { asked, container } = await open(server);
    await expect.element(heading('Sind Sie die Person am Server?')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    const code = page.getByLabelText('Code vom Server');
    await code.fill('0000-0000');
    await button('Assistenten öffnen').click();
    await expect.element(page.getByText('Dieser Code stimmt nicht. Noch 7 Versuche.')).toBeVisible();
    await button('Assistenten öffnen').click();
    await expect.element(page.getByText(/Am Server selbst brauchen Sie keinen Code/u)).toBeVisible();
    await code.fill('7k3m q2xd');
    await button('Assistenten öffnen').click();
    await goTo('Der Notfallumschlag');
    await proveBlock();
    await button('Schule einrichten').click();
    await expect.element(page.getByText('WXYZ-2345')).toBeVisible();
    expect(asked.codes).toEqual([undefined, '0000-0000', '0000-0000', '7k3m q2xd']);
    expect(asked.requests[0]?.code).toBe('7k3m q2xd');
  });

  it('[SETUP5] asks again with the very same request when no answer came, and says what is safe', async () => {
    const server = createServer(
      [],
      [refusal({ reason: 'unreachable' }), refusal({ reason: 'storage-full' }), FINISHED],
    );
    const { asked } = await open(server);
    await goTo('Der Notfallumschlag');
    await proveBlock();
    await button('Schule einrichten').click();
    await expect.element(page.getByText(/Doppelt eingerichtet wird dabei nichts/u)).toBeVisible();
    await button('Schule einrichten').click();
    await expect.element(page.getByText(/kein Platz mehr/u)).toBeVisible();
    await button('Schule einrichten').click();
    await expect.element(page.getByText('WXYZ-2345')).toBeVisible();
    expect(new Set(asked.requests.map((request) => JSON.stringify(request))).size).toBe(1);
  });

  it('[SETUP6] tells whoever came second, and leads them to the door', async () => {
    const session = await open(createServer([], [refusal({ reason: 'conflict' })]));
    await goTo('Der Notfallumschlag');
    await proveBlock();
    await button('Schule einrichten').click();
    await expect.element(heading('Hier ist schon eine Schule.')).toBeVisible();
    await button('Zur Anmeldung').click();
    expect(session.gone()).toBe(1);
    expect(sessionStorage.length).toBe(0);
  });

  it('[SETUP4] where there is a school already, leads to the door without a word', async () => {
    const session = await open(createServer([refusal({ reason: 'not-found' })]));
    await expect.poll(session.gone).toBe(1);
  });

  it('takes no password over a connection that anybody could read', async () => {
    const { asked, container } = await open(createServer(), false);
    await expect.element(page.getByText('Diese Adresse ist nicht gesichert.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(asked.codes).toEqual([]);
  });

  it('says when the server does not answer, and asks again', async () => {
    await open(createServer([refusal({ reason: 'unreachable' })]));
    await expect.element(page.getByText('Der Server antwortet nicht.')).toBeVisible();
    await button('Noch einmal versuchen').click();
    await expect.element(heading('Welche Schule ist es?')).toBeVisible();
  });
});
