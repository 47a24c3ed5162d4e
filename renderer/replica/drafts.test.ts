import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { firstValueFrom, NEVER } from 'rxjs';
import { beforeEach, expect, test, vi } from 'vitest';
import { openDrafts, type OpenDrafts } from './drafts.ts';
import { openSilentChannel, type Environment } from './environment.ts';
import { openLocalStore, type LocalStore } from './local-store.ts';
import { toId } from './testing/documents.ts';
import { createHandTimers } from './testing/hand-timers.ts';
import { createKey } from './testing/open.ts';

let environment: Environment;
let key: CryptoKey;

const open = async (): Promise<{ store: LocalStore; drafts: OpenDrafts }> => {
  const store = openLocalStore('local', key, environment);
  const drafts = await openDrafts(store.drafts, { changed$: NEVER, announce: () => undefined });
  return { store, drafts };
};

beforeEach(async () => {
  const timers = createHandTimers();
  environment = {
    clock: timers.clock,
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    timers,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    openChannel: openSilentChannel,
    locks: undefined,
  };
  key = await createKey();
});

test('what is being written when the profile is locked is there after the next unlock', async () => {
  const { store, drafts } = await open();
  const saving = drafts.put({ id: toId(1), at: 1, content: 'the last words' });
  await drafts.close();
  store.close();
  await saving;
  const again = await open();
  expect(await firstValueFrom(again.drafts.all$)).toEqual([
    { id: toId(1), at: 1, content: 'the last words' },
  ]);
  again.store.close();
});

test('a full disk is an answer, and the draft before it stays', async () => {
  const { store, drafts } = await open();
  await drafts.put({ id: toId(1), at: 1, content: 'kept' });
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  try {
    expect(await drafts.put({ id: toId(1), at: 2, content: 'more' })).toEqual({
      ok: false,
      reason: 'disk-full',
    });
  } finally {
    full.mockRestore();
  }
  expect((await firstValueFrom(drafts.all$)).map(({ content }) => content)).toEqual(['kept']);
  store.close();
});

test('a draft that was sent does not come back by a save that was under way', async () => {
  const { store, drafts } = await open();
  const draft = { id: toId(1), at: 1, content: 'sent' };
  await drafts.put(draft);
  await Promise.all([drafts.put({ ...draft, at: 2 }), drafts.remove(draft.id)]);
  expect(await firstValueFrom(drafts.all$)).toEqual([]);
  store.close();
});
