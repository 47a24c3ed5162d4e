import { createHmac } from 'node:crypto';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import type { DeviceClass } from '#core/access/device-class.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { CommandName, CommandArgs } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { ServerMessage } from '#core/protocol/messages/index.ts';
import type { refusedResponseSchema } from '#core/protocol/messages/sign-in.ts';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';

export type Refused = z.infer<typeof refusedResponseSchema>;
type Answer<Body> = { readonly status: number; readonly body: Body & Partial<Refused> };

/** One request to the server's HTTP side. */
export const post = async <Body = object>(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> => {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Body & Partial<Refused> };
};

/** Stands for argon2id and HKDF in tests of the server: 32 bytes that follow from password and salt. */
export const toAuth = (password: string, salt: string): string =>
  createHmac('sha256', salt).update(password).digest('base64url');

/** Sets a password by a one-time code, as a client does. */
export const redeem = (url: string, shortCode: string, code: string, password: string) => {
  const salt = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  return post(url, '/api/redeem', { shortCode, code, salt, auth: toAuth(password, salt) });
};

export interface SignedIn {
  readonly token: string;
  readonly personId: Id;
  readonly role: string;
  readonly salt: string;
  readonly formerSalts: readonly string[];
}

/** The device a client signs in on. */
export interface SigningDevice {
  readonly id: Id;
  readonly class: DeviceClass;
}

/** Signs in, as a client does; on a device of the school unless another one is named. */
export const signIn = async (
  url: string,
  shortCode: string,
  password: string,
  device: SigningDevice = { id: newId(), class: 'official' },
) => {
  const { body: challenge } = await post<{ salt: string }>(url, '/api/challenge', { shortCode });
  return post<SignedIn>(url, '/api/sign-in', {
    shortCode,
    auth: toAuth(password, challenge.salt),
    device,
  });
};

/** Trades a token for a ticket. */
export const fetchTicket = async (url: string, token: string): Promise<string> => {
  const { body } = await post<{ ticket: string }>(
    url,
    '/api/ticket',
    {},
    { authorization: `Bearer ${token}` },
  );
  return body.ticket;
};

export const newId = (): Id =>
  createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });

type Op = ServerMessage['op'];
type Message<Name extends Op> = Extract<ServerMessage, { op: Name }>;

/** A sync socket in a test's hand. */
export interface WireClient {
  readonly socket: WebSocket;
  readonly received: readonly ServerMessage[];
  /** Sends a frame as it is. */
  send(frame: string | Uint8Array): void;
  /** The next message of this kind that nobody has waited for yet. */
  next<Name extends Op>(op: Name, fits?: (message: Message<Name>) => boolean): Promise<Message<Name>>;
  pull(checkpoint?: Checkpoint | null, limit?: number): Promise<Message<'page'>>;
  /** Pulls until nothing is left. */
  pullAll(
    checkpoint?: Checkpoint | null,
  ): Promise<{ documents: Message<'page'>['documents']; checkpoint: Checkpoint }>;
  /** Hears of commits from now on; resolves once the server has taken note. */
  live(): Promise<void>;
  command<Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
    extra?: { mid?: Id; baseRev?: number },
  ): Promise<CommandAnswer>;
  /** Asks to be shown a conference; the answer may be that it is not. */
  join(conferenceId: Id, as?: 'wall'): Promise<Message<'joined'> | Message<'not-shown'>>;
  /** Sends a command as it is. */
  submit(command: unknown): Promise<CommandAnswer>;
  /** The code with which the socket was closed. */
  readonly closed: Promise<number>;
  close(): void;
}

/** Opens a sync socket with these subprotocols and collects what comes. */
export const openSocket = (
  url: string,
  protocols: readonly string[],
  options: { readonly origin?: string } = {},
): WireClient => {
  const socket = new WebSocket(url.replace('http', 'ws') + '/sync', [...protocols], options);
  const received: ServerMessage[] = [];
  const unread: ServerMessage[] = [];
  const waiting: { fits: (message: ServerMessage) => boolean; resolve: (message: ServerMessage) => void }[] =
    [];
  let lastId = 0;
  socket.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString('utf8')) as ServerMessage;
    received.push(message);
    const index = waiting.findIndex(({ fits }) => fits(message));
    if (index === -1) unread.push(message);
    else waiting.splice(index, 1)[0]?.resolve(message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      resolve(code);
    });
  });
  socket.on('error', () => undefined);
  const opened = new Promise<void>((resolve) => socket.once('open', resolve));
  const send = (frame: string | Uint8Array): void => {
    if (socket.readyState === socket.OPEN) socket.send(frame);
    else if (socket.readyState === socket.CONNECTING) void opened.then(() => socket.send(frame));
  };
  const next = <Name extends Op>(
    op: Name,
    fits: (message: Message<Name>) => boolean = () => true,
  ): Promise<Message<Name>> => {
    const isWanted = (message: ServerMessage): message is Message<Name> =>
      message.op === op && fits(message as Message<Name>);
    const index = unread.findIndex(isWanted);
    const found = index === -1 ? undefined : unread.splice(index, 1)[0];
    if (found !== undefined) return Promise.resolve(found as Message<Name>);
    return new Promise((resolve) =>
      waiting.push({ fits: isWanted, resolve: (message) => resolve(message as Message<Name>) }),
    );
  };
  const client: WireClient = {
    socket,
    received,
    closed,
    send,
    next,
    pull: (checkpoint = null, limit = 500) => {
      lastId += 1;
      send(JSON.stringify({ op: 'pull', id: lastId, checkpoint, limit }));
      const id = lastId;
      return next('page', (page) => page.id === id);
    },
    pullAll: async (checkpoint = null) => {
      const documents: Message<'page'>['documents'] = [];
      let position: Checkpoint = checkpoint ?? {};
      for (;;) {
        const page = await client.pull(position);
        documents.push(...page.documents);
        position = { ...position, ...page.checkpoint };
        if (page.documents.length < 50) return { documents, checkpoint: position };
      }
    },
    live: async () => {
      lastId += 2;
      send(JSON.stringify({ op: 'live', id: lastId - 1 }));
      // Frames are taken in their order: once the pong is there, what is committed next is told.
      send(JSON.stringify({ op: 'ping', id: lastId }));
      await next('pong');
    },
    command: (name, args, extra = {}) => client.submit({ mid: newId(), name, args, ...extra }),
    join: (conferenceId, as) => {
      lastId += 1;
      const id = lastId;
      send(JSON.stringify({ op: 'join', id, conferenceId, as }));
      type Shown = Message<'joined'> | Message<'not-shown'>;
      return new Promise((resolve) =>
        waiting.push({
          fits: (message) =>
            (message.op === 'joined' && message.id === id) ||
            (message.op === 'not-shown' && message.conferenceId === conferenceId),
          resolve: (message) => resolve(message as Shown),
        }),
      );
    },
    submit: async (command) => {
      lastId += 1;
      const id = lastId;
      send(JSON.stringify({ op: 'command', id, command }));
      return (await next('answer', (message) => message.id === id)).answer;
    },
    close: () => {
      socket.close();
    },
  };
  return client;
};

/** Signs in and opens a sync socket that has said hello. */
export const connect = async (
  url: string,
  shortCode: string,
  password: string,
  device?: SigningDevice,
): Promise<WireClient> => {
  const { body } = await signIn(url, shortCode, password, device);
  return connectWith(url, body.token);
};

/** Opens a sync socket with a token. */
export const connectWith = async (url: string, token: string): Promise<WireClient> => {
  const ticket = await fetchTicket(url, token);
  const client = openSocket(url, [SYNC_SUBPROTOCOL, TICKET_PREFIX + ticket]);
  await Promise.race([client.next('hello'), client.closed]);
  return client;
};
