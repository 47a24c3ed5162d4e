import type { Socket, SocketEvents } from '../line.ts';

/** The server's end of one line, in memory: what is said arrives a moment later, and nothing after the end. */
export class ServerEnd implements Socket {
  onEnd: () => void = () => undefined;
  private readonly events: SocketEvents;
  private readonly receive: (text: string) => void;
  private ended = false;

  constructor(events: SocketEvents, receive: (text: string) => void) {
    this.events = events;
    this.receive = receive;
  }

  send(text: string): void {
    queueMicrotask(() => {
      if (!this.ended) this.receive(text);
    });
  }

  close(): void {
    this.end(1005);
  }

  say(message: object): void {
    const text = JSON.stringify(message);
    queueMicrotask(() => {
      if (!this.ended) this.events.received(text);
    });
  }

  end(code: number): void {
    if (this.ended) return;
    this.ended = true;
    this.onEnd();
    queueMicrotask(() => this.events.closed(code));
  }
}
