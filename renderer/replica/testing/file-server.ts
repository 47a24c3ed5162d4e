import type { Id } from '#core/kernel/id.ts';
import { accept, refuse } from '#core/kernel/result.ts';
import type { FileApi } from '../files/file-api.ts';
import { toSha256 } from '../files/transfer.ts';

/** A server's side of files, in memory; the line can be cut after so many bytes. */
export class FileServer implements FileApi {
  readonly contents = new Map<Id, Uint8Array<ArrayBuffer>>();
  /** Bytes that still get through before the line is cut; downloads and uploads alike. */
  budget = Number.POSITIVE_INFINITY;
  /** Which part of which file was asked for. */
  readonly asked: { readonly id: Id; readonly offset: number }[] = [];
  readonly opened: Id[] = [];
  private readonly arriving = new Map<Id, { size: number; sha256: string; bytes: Uint8Array<ArrayBuffer> }>();

  lay(id: Id, content: Uint8Array<ArrayBuffer>): void {
    this.contents.set(id, content);
  }

  open: FileApi['open'] = ({ id, size, sha256 }) => {
    if (this.budget <= 0) return Promise.resolve(refuse('unreachable'));
    this.opened.push(id);
    if (this.contents.has(id)) return Promise.resolve(accept({ offset: size, complete: true }));
    const known = this.arriving.get(id) ?? { size, sha256, bytes: new Uint8Array(0) };
    this.arriving.set(id, known);
    return Promise.resolve(accept({ offset: known.bytes.length, complete: false }));
  };

  send: FileApi['send'] = async (id, offset, piece) => {
    const known = this.arriving.get(id);
    if (known === undefined) return refuse('not-found');
    this.budget -= piece.size;
    if (this.budget < 0) return refuse('unreachable');
    if (offset !== known.bytes.length) return accept({ offset: known.bytes.length, complete: false });
    known.bytes = new Uint8Array(await new Blob([known.bytes, piece]).arrayBuffer());
    if (known.bytes.length < known.size) return accept({ offset: known.bytes.length, complete: false });
    if ((await toSha256(new Blob([known.bytes]))) !== known.sha256) return refuse('file-damaged');
    this.contents.set(id, known.bytes);
    return accept({ offset: known.size, complete: true });
  };

  fetch: FileApi['fetch'] = async (id, offset, etag) => {
    const content = this.contents.get(id);
    if (content === undefined) return refuse('not-found');
    if (this.budget <= 0) return refuse('unreachable');
    this.asked.push({ id, offset });
    const validator = `"${await toSha256(new Blob([content]))}"`;
    const from = etag === validator ? offset : 0;
    let place = from;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        const piece = content.slice(place, place + 300_000);
        this.budget -= piece.length;
        if (this.budget < 0) controller.error(new Error('the line was cut'));
        else if (piece.length === 0) controller.close();
        else controller.enqueue(piece);
        place += piece.length;
      },
    });
    return accept({ offset: from, etag: validator, body });
  };
}
