import '#renderer/ui/style.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { RefusalKind } from '#core/access/refusal.ts';
import { CERTIFICATE_PROBLEMS } from '#core/admin/certificate.ts';
import { reachRequestSchema, type ReachAnswer, type ReachState } from '#core/admin/reach-state.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import type { AuthorisedRequest } from '#renderer/replica/authorised-request.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ReachPage from './ReachPage.svelte';
import { toProblemWords } from './reach-desk.svelte.ts';

const DAY = 86_400_000;
const STATE: ReachState = {
  now: NOW,
  mark: 'm1',
  certificate: {
    way: 'own',
    until: NOW + 300 * DAY,
    isPubliclyTrusted: false,
    names: ['umlauf.lindenhof.example', '192.168.10.5'],
    fingerprint: 'ab'.repeat(32),
  },
  addresses: [
    { address: 'https://umlauf.lindenhof.example', standing: 'certified' },
    { address: 'https://192.168.10.5:4400', standing: 'certified' },
  ],
  found: ['schulserver', '192.168.10.5'],
  port: 4400,
  isHeld: false,
  isLocal: false,
};
const UPLOADED: ReachState['certificate'] = {
  way: 'uploaded',
  until: NOW + 300 * DAY,
  issuer: 'D-TRUST SSL Class 3 CA 1 2009',
  isPubliclyTrusted: true,
  names: ['umlauf.lindenhof.example'],
};

type Answer = Result<ReachAnswer, RefusalKind | 'unreachable'>;
let states: ReachState[];
let answers: Answer[];
let sent: unknown[];
const request: AuthorisedRequest = (schema, path, init) => {
  expect(path).toBe('/api/reach');
  if (init?.method === 'GET') {
    const [state] = states.length > 1 ? states.splice(0, 1) : states;
    return Promise.resolve(state === undefined ? refuse('unreachable') : accept(schema.parse(state)));
  }
  sent.push(reachRequestSchema.parse(init?.body).act);
  const answer = answers.shift() ?? accept({ state: { ...STATE, mark: 'm2' } });
  return Promise.resolve(answer.ok ? accept(schema.parse(answer.value)) : answer);
};
const open = async (...said: ReachState[]) => {
  states = said;
  cleanup();
  const workspace = createTestWorkspace(toSelf(VOL, 'leadership'), NOW, [
    { ...SCHOOL, addresses: said[0]?.addresses.map(({ address }) => address) ?? [] },
  ]);
  const { container } = await render(ReachPage, { workspace: { ...workspace, request } });
  return { container, workspace };
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = page.getByRole('dialog');
const choose = async (label: string, text: string, name = 'datei.pem') => {
  const [input] = dialog.getByLabelText(label, { exact: true }).elements().slice(-1);
  if (!(input instanceof HTMLInputElement)) throw new Error(`there is no place for ${label}`);
  await userEvent.upload(input, new File([text], name));
};

beforeEach(async () => {
  answers = [];
  sent = [];
  await page.viewport(1366, 900);
});
afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe('[REACH13] the page of the ways to the server', () => {
  it('says what is in force, until when, for what, and how each address stands', async () => {
    const { container } = await open(STATE);
    await expect.element(page.getByText('Der Server ist sicher erreichbar.')).toBeVisible();
    await expect.element(page.getByText(/19\. September 2027/u)).toBeVisible();
    await expect.element(page.getByText('im Zertifikat').first()).toBeVisible();
    await expect.element(page.getByText(/^ABAB ABAB/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.viewport(390, 844);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container)).toEqual([]);
  });

  it('says first what wants something: no way yet, an end, an address without a certificate, a start for mending', async () => {
    const cases: readonly (readonly [RegExp, Partial<ReachState>])[] = [
      [
        /nur an seinem eigenen Rechner/u,
        { certificate: { way: 'none', isPubliclyTrusted: false, names: [] } },
      ],
      [/wurde mit „--host 127\.0\.0\.1“/u, { isLocal: true }],
      [/nur noch bis zum/u, { certificate: { ...UPLOADED, until: NOW + 20 * DAY } }],
      [/ist abgelaufen/u, { certificate: { ...UPLOADED, until: NOW - DAY } }],
      [/ohne TLS/u, { isHeld: true }],
    ];
    for (const [says, change] of cases) {
      const { container } = await open({ ...STATE, ...change });
      await expect.element(page.getByText(says).first()).toBeVisible();
      expect(await findFaults(container)).toEqual([]);
    }
  });

  it('takes an address that the own certificate lacks into it with one press', async () => {
    await open({
      ...STATE,
      addresses: [...STATE.addresses, { address: 'https://schulserver:4400', standing: 'missing' }],
    });
    await expect
      .element(page.getByText('Das Zertifikat gilt nicht für https://schulserver:4400.'))
      .toBeVisible();
    await button('Mit ins Zertifikat nehmen').click();
    expect(sent).toEqual([
      { way: 'own', names: ['umlauf.lindenhof.example', '192.168.10.5', 'schulserver'], anew: false },
    ]);
    await expect.element(page.getByText('Der Server ist sicher erreichbar.')).toBeVisible();
  });

  it('uploads certificate, chain and key from files, and shows nothing of the key', async () => {
    const { container } = await open(STATE);
    await button('Zertifikat hochladen …').click();
    await button('Prüfen und verwenden').click();
    await expect.element(dialog.getByText('Bitte wählen Sie diese Datei.').first()).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await choose('Zertifikat des Servers', 'CERT', 'umlauf.lindenhof.example_ssl_certificate_2026-2027.crt');
    await choose('Zwischenzertifikate', 'CHAIN');
    await choose('Privater Schlüssel', 'GEHEIM');
    await expect.element(dialog.getByText(/_ssl_certificate_/u)).toBeVisible();
    answers = [
      accept({ refused: { problem: 'expired', at: NOW - 5 * DAY } }),
      accept({ state: { ...STATE, mark: 'm2', certificate: UPLOADED } }),
    ];
    await button('Prüfen und verwenden').click();
    await expect.element(dialog.getByText(/am .*18\. November 2026.* abgelaufen/u)).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain('GEHEIM');
    await page.viewport(390, 844);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container, 'page')).toEqual([]);
    await button('Prüfen und verwenden').click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(sent.at(-1)).toEqual({ way: 'uploaded', certificates: 'CERT\nCHAIN', key: 'GEHEIM' });
    await expect.element(page.getByText(/ausgestellt von D-TRUST/u)).toBeVisible();
  });

  it('does not send a file that is no certificate by its size alone', async () => {
    await open(STATE);
    await button('Zertifikat hochladen …').click();
    await choose('Zertifikat des Servers', 'x'.repeat(200_000));
    await choose('Privater Schlüssel', 'GEHEIM');
    await button('Prüfen und verwenden').click();
    await expect.element(dialog.getByText(/kein Zertifikat zu finden/u)).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('warns before it gives up what every browser knows, and offers a new authority where the key is lost', async () => {
    const { container } = await open({ ...STATE, certificate: UPLOADED });
    await button('Eigene Zertifizierungsstelle …').click();
    await expect.element(dialog.getByText(/bis zu 30 Tage lang/u)).toBeVisible();
    await expect
      .element(dialog.getByLabelText('Namen und Adressen des Servers'))
      .toHaveValue('umlauf.lindenhof.example\n192.168.10.5');
    answers = [accept({ refused: { problem: 'key-lost', detail: '/srv/umlauf/pki/authority.pem' } })];
    await button('Zertifikat ausstellen').click();
    await expect.element(dialog.getByText(/authority\.pem fehlt oder ist beschädigt/u)).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await button('Neue Stelle anlegen').click();
    expect(sent.at(-1)).toMatchObject({ way: 'own', anew: true });
  });

  it('sets a proxy and takes it away again, saying what that means', async () => {
    const proxy = { address: 'https://schule.de/umlauf/', proxies: ['10.1.2.3'] };
    const none = { way: 'none', isPubliclyTrusted: false, names: [] } as const;
    const { container } = await open({ ...STATE, certificate: { ...none, names: [] }, proxy });
    await expect.element(page.getByText('https://schule.de/umlauf/, kommt von 10.1.2.3')).toBeVisible();
    await button('Reverse Proxy …').click();
    await dialog.getByLabelText('Adresse des Proxys im Netz').fill('10.1.2.4, 10.1.4.0/28');
    expect(await findFaults(container, 'page')).toEqual([]);
    answers = [refuse('conflict'), accept({ state: { ...STATE, mark: 'm3', proxy } })];
    await button('Eintragen').click();
    await expect.element(dialog.getByText(/Jemand anderes hat die Erreichbarkeit/u)).toBeVisible();
    await button('Eintragen').click();
    expect(sent).toEqual([
      { way: 'proxy', address: proxy.address, proxies: ['10.1.2.4', '10.1.4.0/28'] },
      { way: 'proxy', address: proxy.address, proxies: ['10.1.2.4', '10.1.4.0/28'] },
    ]);
    const { container: again } = await open({ ...STATE, certificate: { ...none, names: [] }, proxy });
    await button('Reverse Proxy …').click();
    await button('Proxy entfernen …').click();
    await expect.element(page.getByText(/nur noch an seinem eigenen Rechner erreichbar/u)).toBeVisible();
    expect(await findFaults(again, 'page')).toEqual([]);
    await button('Proxy entfernen').click();
    expect(sent.at(-1)).toEqual({ way: 'no-proxy' });
  });

  it('changes the school’s addresses here too, and asks anew how each stands', async () => {
    const { workspace, container } = await open(STATE, { ...STATE, addresses: [] });
    await button('Adressen ändern …').click();
    const field = dialog.getByRole('textbox');
    await field.fill('quatsch mit soße');
    await button('Speichern').click();
    await expect.element(dialog.getByText(/ist keine Adresse für andere Geräte/u)).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await field.fill('umlauf.lindenhof.example');
    await button('Speichern').click();
    expect(workspace.asked).toEqual([
      {
        name: 'set-school',
        args: { id: SCHOOL.id, addresses: ['https://umlauf.lindenhof.example'] },
        baseRev: SCHOOL.rev,
      },
    ]);
    await expect.element(page.getByText(/Noch keine\. Ohne Adresse/u)).toBeVisible();
  });

  it('says that only the server knows, while it is away', async () => {
    const { container } = await open();
    await expect.element(page.getByText(/gerade nicht erreichbar/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    states = [STATE];
    await button('Erneut versuchen').click();
    await expect.element(page.getByText('Der Server ist sicher erreichbar.')).toBeVisible();
  });
});

it('has a sentence of its own for everything that can be wrong', () => {
  const sentences = CERTIFICATE_PROBLEMS.map((problem) =>
    toProblemWords({ problem, detail: 'schule.example', at: NOW }),
  );
  expect(new Set(sentences).size).toBe(CERTIFICATE_PROBLEMS.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^\S.*\.$/u);
});
