import { createRawSnippet } from 'svelte';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PrintedKey } from '#core/protocol/messages/set-up.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import type { Refused } from '#renderer/replica/api.ts';
import type { DerivePasswordKeys } from '#renderer/replica/keys.ts';
import type { SetUpApi } from './api.ts';
import type { SecondSlip } from './done.ts';
import SetUp from './SetUp.svelte';

export type Begin = Awaited<ReturnType<SetUpApi['begin']>>;
export type Finish = Awaited<ReturnType<SetUpApi['finish']>>;

export const BEGUN: Begin = accept({ hosts: ['schulserver', '192.168.10.5'], port: 4400 });
export const BLOCKS = [
  'A1B2C3',
  'D4E5F6',
  '0G7H8J',
  ...Array.from({ length: 8 }, (_, index) => `K9M${String(index)}NP`),
];
export const KEY: PrintedKey = {
  publicKey: 'A'.repeat(43),
  privatePrinted: BLOCKS.join('-'),
  privateQrText: `UMLAUF-SCHLUESSEL:${BLOCKS.join('-')}`,
  fingerprint: '7K3M-Q2XD',
};
export const FINISHED: Finish = accept({
  accessCode: 'WXYZ-2345',
  expiresAt: Date.UTC(2026, 11, 3, 9),
  secured: true,
});

/** The server in the test's hand: answers in order, remembers what it was asked. */
export const createServer = (begins: Begin[] = [], finishes: Finish[] = []) => {
  const asked: { codes: (string | undefined)[]; requests: Parameters<SetUpApi['finish']>[0][] } = {
    codes: [],
    requests: [],
  };
  const api: SetUpApi = {
    begin: (code) => {
      asked.codes.push(code);
      return Promise.resolve(begins.shift() ?? BEGUN);
    },
    recoveryKey: () => Promise.resolve(accept(KEY)),
    finish: (request) => {
      asked.requests.push(request);
      return Promise.resolve(finishes.shift() ?? FINISHED);
    },
  };
  return { api, asked };
};

export const refusal = (refused: Refused): Result<never, Refused> => refuse(refused);
/** Stands for argon2id, which takes its time on purpose. */
export const derive: DerivePasswordKeys = async (password) => ({
  auth: btoa(password.padEnd(32, '.').slice(0, 32))
    .replaceAll('=', '')
    .replaceAll('+', '-')
    .replaceAll('/', '_'),
  wrap: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']),
});

export const open = async (server = createServer(), isSecure = true, canPrint = true) => {
  const entered: [string, string, string][] = [];
  const slips: SecondSlip[] = [];
  let gone = 0;
  const { container, unmount } = await render(SetUp, {
    api: server.api,
    derive,
    isSecure,
    brand: createRawSnippet(() => ({ render: () => '<p>Umlauf</p>' })),
    onenter: (shortCode: string, password: string, path: string) => {
      entered.push([shortCode, password, path]);
      return Promise.resolve();
    },
    toSlip: (slip: SecondSlip) => {
      slips.push(slip);
      return canPrint ? Promise.resolve(new Blob(['%PDF-'])) : Promise.reject(new Error('offline'));
    },
    ongone: () => (gone += 1),
  });
  return { ...server, container, unmount, entered, slips, gone: () => gone };
};

export const heading = (name: string) => page.getByRole('heading', { level: 1, name });
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const next = () => button('Weiter').click();
export const person = (name: string) => page.getByRole('group', { name });
export const PASSWORD = 'Morgens um sieben';

export const fillPerson = async (legend: string, firstName: string, lastName: string, shortCode: string) => {
  await person(legend).getByLabelText('Vorname').fill(firstName);
  await person(legend).getByLabelText('Nachname').fill(lastName);
  await person(legend).getByLabelText('Kürzel').fill(shortCode);
};
export const fillPassword = async (password = PASSWORD, again = password) => {
  await page.getByLabelText('Ihr Kennwort').fill(password);
  await page.getByLabelText('Kennwort wiederholen').fill(again);
};
/** Copies the block that is asked for, as from paper. */
export const proveBlock = async (write: (block: string) => string = (block) => block) => {
  const field = page.getByLabelText(/Zur Probe: Block/u);
  await expect.element(field).toBeVisible();
  const input = field.element();
  const label = input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : '';
  const number = Number(/Block (\d+)/u.exec(label)?.[1]);
  await field.fill(write(BLOCKS[number - 1] ?? ''));
};
/** Answers everything up to the screen with this heading. */
export const goTo = async (title: string) => {
  const acts: readonly [string, () => Promise<void>][] = [
    [
      'Welche Schule ist es?',
      async () => {
        await page.getByLabelText('Name der Schule').fill('Gymnasium am Lindenhof');
        await page.getByRole('combobox', { name: 'Land' }).click();
        await page.getByRole('option', { name: 'Baden-Württemberg' }).click();
      },
    ],
    ['Welche Gremien gibt es?', () => Promise.resolve()],
    ['Wann sind Ferien?', () => Promise.resolve()],
    [
      'Wer verwaltet Umlauf?',
      async () => {
        await fillPerson('Sie selbst', 'Ute', 'Brandt', 'Bra');
        await fillPerson('Die zweite Person', 'Oğuz', 'Kühne', 'Kuh');
        await fillPassword();
      },
    ],
    ['Wie wird der Server gefunden?', () => Promise.resolve()],
    ['Wie ist die Verbindung gesichert?', () => Promise.resolve()],
    ['Der Notfallumschlag', () => Promise.resolve()],
  ];
  for (const [name, act] of acts) {
    await expect.element(heading(name)).toBeVisible();
    if (name === title) return;
    await act();
    await next();
  }
};
