import type { Document } from '#core/protocol/documents.ts';
import { commandSchema } from '#core/protocol/command-schema.ts';
import type { Command } from '#core/protocol/commands.ts';
import { clientMessageSchema, type ClientMessage } from '#core/protocol/messages/index.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import type { Socket, SocketEvents } from '../link.ts';
import { ME } from './documents.ts';
import { ServerEnd } from './server-end.ts';

interface Numbered {
  readonly id: string;
  readonly at: number;
  readonly tag: string;
}

type Row = Record<string, unknown> & { id: string; kind: string };

/**
 * A feed for tests, in memory and as the protocol describes it: buckets, numbers, tags, pages newest first, stubs, live.
 * The real server is tested against the real replica elsewhere; here it can be stopped at any point.
 */
export class FeedServer {
  epoch = 'e1';
  /** Buckets this reader may read. */
  mine: string[] = ['school:all'];
  /** What the server does with commands; unknown ones are refused. */
  answer: (command: Command) => CommandAnswer | undefined = () => ({ status: 'refused', reason: 'invalid' });
  /** Every command as often as it came. */
  readonly received: Command[] = [];
  readonly pulls: { checkpoint: Checkpoint | null; limit: number; rows: number }[] = [];
  /** T2: a server that goes down without delivering the top first. */
  topFirst = true;
  /** Called when a pull has arrived; the answer waits for it. */
  onPull: () => Promise<void> | void = () => undefined;
  now = () => Date.now();
  private readonly numbers = new Map<string, Numbered[]>();
  private readonly placed = new Map<string, { document: Document; buckets: Set<string> }>();
  private readonly lines = new Set<Line>();

  /** Stores a document, places it, and tells every live line. */
  put(document: Document, buckets: readonly string[] = ['school:all'], tell = true): void {
    const before = this.placed.get(document.id);
    this.placed.set(document.id, { document, buckets: new Set([...(before?.buckets ?? []), ...buckets]) });
    for (const bucket of buckets) this.number(bucket, document.id);
    if (tell) this.tell([document.id], buckets);
  }

  /** Takes a document out of a bucket. */
  displace(id: string, bucket: string): void {
    this.placed.get(id)?.buckets.delete(bucket);
    this.number(bucket, id);
    this.tell([id], [bucket]);
  }

  /** The reader joins or leaves a bucket. */
  setBuckets(buckets: readonly string[]): void {
    this.mine = [...buckets];
    for (const line of this.lines) if (line.live) line.say({ op: 'resync' });
  }

  /** Breaks every line, as a cut cable does not and a crashed server does. */
  breakLines(code = 1006): void {
    for (const line of [...this.lines]) line.end(code);
  }

  /** How many lines are open. */
  get lineCount(): number {
    return this.lines.size;
  }

  /** How many documents the reader may read. */
  get size(): number {
    return [...this.placed.values()].filter((entry) => this.isReadable(entry.buckets)).length;
  }

  open(events: SocketEvents): Socket {
    const line = new Line(events, (text) => void this.receive(line, text));
    this.lines.add(line);
    queueMicrotask(() => {
      events.opened();
      line.say({ op: 'hello', protocol: PROTOCOL_VERSION, now: this.now(), personId: ME, role: 'teacher' });
    });
    line.onEnd = () => this.lines.delete(line);
    return line;
  }

  private async receive(line: Line, text: string): Promise<void> {
    const message: ClientMessage = clientMessageSchema.parse(JSON.parse(text));
    switch (message.op) {
      case 'live':
        line.live = true;
        return;
      case 'join':
        line.say({ op: 'not-shown', conferenceId: message.conferenceId, reason: 'not-found' });
        return;
      case 'ping':
        line.say({ op: 'pong', id: message.id, now: this.now() });
        return;
      case 'command': {
        const command = commandSchema.parse(message.command);
        this.received.push(command);
        const answer = this.answer(command);
        if (answer !== undefined) line.say({ op: 'answer', id: message.id, mid: command.mid, answer });
        return;
      }
      case 'pull': {
        await this.onPull();
        const page = this.page(message.checkpoint, message.limit);
        this.pulls.push({
          checkpoint: message.checkpoint,
          limit: message.limit,
          rows: 'reset' in page ? 0 : page.documents.length,
        });
        line.say({ op: 'page', id: message.id, ...page });
        return;
      }
    }
  }

  private number(bucket: string, id: string): void {
    const rows = this.numbers.get(bucket) ?? [];
    rows.push({ id, at: rows.length, tag: Math.random().toString(36).slice(2, 10) });
    this.numbers.set(bucket, rows);
  }

  private rows(bucket: string): Numbered[] {
    return this.numbers.get(bucket) ?? [];
  }

  private edge(bucket: string, number: number): string {
    return `${this.epoch}.${number}.${this.rows(bucket)[number - 1]?.tag ?? '-'}`;
  }

  private isReadable(buckets: ReadonlySet<string>): boolean {
    return this.mine.some((bucket) => buckets.has(bucket));
  }

  private toRow(id: string): Row {
    const entry = this.placed.get(id);
    return entry !== undefined && this.isReadable(entry.buckets)
      ? { ...entry.document }
      : { id, kind: '', inv: 0, rev: 0, _deleted: true };
  }

  private tell(ids: readonly string[], buckets: readonly string[]): void {
    const known = buckets.filter((bucket) => this.mine.includes(bucket));
    if (known.length === 0) return;
    const checkpoint = Object.fromEntries(
      known.map((bucket) => [bucket, this.edge(bucket, this.rows(bucket).length)]),
    );
    for (const line of this.lines) {
      if (line.live) line.say({ op: 'change', documents: ids.map((id) => this.toRow(id)), checkpoint });
    }
  }

  private page(
    checkpoint: Checkpoint | null,
    limit: number,
  ):
    { reset: true; documents: Row[]; checkpoint: Checkpoint } | { documents: Row[]; checkpoint: Checkpoint } {
    const documents = new Map<string, Row>();
    const next: Checkpoint = {};
    const edges = new Map<string, { high: number; low: number }>();
    for (const [name, value] of Object.entries(checkpoint ?? {})) {
      if (name.endsWith('~') || typeof value !== 'string' || value === '') continue;
      const [epoch, number] = value.split('.');
      const high = Number(number);
      if (epoch !== this.epoch || (high > 0 && this.edge(name, high) !== value))
        return { reset: true, documents: [], checkpoint: {} };
      const low = checkpoint?.[`${name}~`];
      edges.set(name, { high, low: typeof low === 'number' ? low : high + 1 });
      if (this.mine.includes(name)) continue;
      for (const { id } of this.rows(name)) {
        const row = this.toRow(id);
        if (row['_deleted'] === true) documents.set(id, row);
      }
      next[name] = '';
      next[`${name}~`] = 0;
    }
    const open = this.mine.map((bucket) => {
      const head = this.rows(bucket).length;
      return { bucket, head, ...(edges.get(bucket) ?? { high: head, low: head + 1 }) };
    });
    const raise = (): void => {
      for (const edge of open)
        while (edge.high < edge.head && documents.size < limit) {
          edge.high += 1;
          const id = this.rows(edge.bucket)[edge.high - 1]?.id ?? '';
          documents.set(id, this.toRow(id));
        }
    };
    const sink = (): void => {
      while (documents.size < limit) {
        const lower = open.filter((edge) => edge.low > 1);
        const edge = lower.reduce<(typeof open)[number] | undefined>((best, candidate) => {
          const at = this.rows(candidate.bucket)[candidate.low - 2]?.at ?? 0;
          const bestAt = best === undefined ? -1 : (this.rows(best.bucket)[best.low - 2]?.at ?? 0);
          return at > bestAt ? candidate : best;
        }, undefined);
        if (edge === undefined) return;
        edge.low -= 1;
        const id = this.rows(edge.bucket)[edge.low - 1]?.id ?? '';
        const row = this.toRow(id);
        if (row['_deleted'] !== true) documents.set(id, row);
      }
    };
    if (this.topFirst || open.every((edge) => edge.low <= 1)) raise();
    sink();
    for (const edge of open) {
      next[edge.bucket] = this.edge(edge.bucket, edge.high);
      next[`${edge.bucket}~`] = edge.low;
    }
    return { documents: [...documents.values()], checkpoint: next };
  }
}

class Line extends ServerEnd {
  live = false;
}
