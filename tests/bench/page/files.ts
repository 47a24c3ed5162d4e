import Dexie from 'dexie';
import type { Id } from '#core/kernel/id.ts';
import { createId } from '#core/kernel/id.ts';
import { CHUNK, openCabinet } from '#renderer/replica/files/cabinet.ts';
import { openPouchDrawer } from '#renderer/replica/files/pouch-drawer.ts';
import { openShelf } from '#renderer/replica/files/shelf.ts';
import { now } from './frames.ts';
import type { OursPage } from './contract.ts';

const newId = (): Id => createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
/** Different in every place, and cheap to make. */
const toContent = (bytes: number): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(bytes);
  for (let start = 0; start < bytes; start += 65_536)
    crypto.getRandomValues(content.subarray(start, start + 65_536));
  return content;
};

/** The cabinet without the replica around it, and what it is compared with. */
export const files: Pick<OursPage, 'keepFile' | 'storeBlob'> = {
  keepFile: async (bytes) => {
    const content = toContent(bytes);
    const id = newId();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const cabinet = await openCabinet(openPouchDrawer(`attachment-${id}`), key);
    const shelf = await openShelf({
      cabinet,
      clock: { now: () => Date.now() },
      limit: bytes * 2,
      isNeeded: () => true,
      onChanged: () => undefined,
    });
    const start = now();
    const at = Date.now();
    const times = { addedAt: at, usedAt: at };
    await shelf.put({ id, size: bytes, received: 0, documentId: id, isKept: false, ...times });
    for (let from = 0; from < bytes; from += CHUNK) await shelf.append(id, content.slice(from, from + CHUNK));
    const took = now() - start;
    if (shelf.get(id)?.received !== bytes) throw new Error('the file was not stored');
    await cabinet.close();
    return took;
  },
  storeBlob: async (bytes) => {
    const content = toContent(bytes);
    const dexie = new Dexie(`blob-${newId()}`);
    dexie.version(1).stores({ blobs: 'id' });
    await dexie.open();
    const start = now();
    await dexie.table('blobs').put({ id: 1, content: new Blob([content]) });
    const took = now() - start;
    await dexie.delete();
    return took;
  },
};
