import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import { createChance } from '#server/app/demo/chance.ts';
import { jobModules } from '#server/app/job-modules.ts';
import { createDoor } from '#server/commands/door.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRooms, type Rooms, type Visitor } from '#server/live/rooms.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { now } from '../browser.ts';
import type { SessionsArgs } from './sessions.job.ts';

/** A conference of so many people with a socket each, without a browser: the path from the command to the last socket. */
export interface BenchMeeting {
  readonly rooms: Rooms;
  /** Lets the chair change something; milliseconds until the last participant has heard of it. */
  change(): Promise<number>;
  /** Sends a text of that many bytes to everybody by the bare library; milliseconds until the last has it. */
  broadcast(bytes: number): Promise<number>;
  /** Bytes of the last frame that everybody got. */
  readonly frameBytes: number;
  /** Everybody joins at the same time; how long each waited, in milliseconds. */
  joinAll(): Promise<readonly number[]>;
  close(): Promise<void>;
}

export const openBenchMeeting = async (folder: string, people: number): Promise<BenchMeeting> => {
  const chance = createChance(11);
  const clock = { now: () => Date.now() };
  const sessionsJob = new URL('./sessions.job.ts', import.meta.url).href;
  const store = await createSqliteStore({
    path: path.join(folder, 'meeting.sqlite'),
    jobModules: [...jobModules, sessionsJob],
  });
  await store.write('create-school', { name: 'Messung', land: 'BW', holidays: [], now: clock.now() });
  const lines = Array.from(
    { length: people },
    (_, index) => `Mei${toLetters(index)};Karla;P${toLetters(index)};Schulleitung;Kollegium`,
  );
  const text = ['Nachname;Vorname;Kürzel;Rolle;Gruppen', ...lines].join('\n');
  const list = readStaffList(new TextEncoder().encode(text));
  if (!list.ok) throw new Error(list.refusal);
  await store.write('import-staff', { list: list.value, dryRun: false, now: clock.now() });
  const persons = await readDocumentsOfKind(store.read, 'person', people);
  const [group] = await readDocumentsOfKind(store.read, 'group');
  const [chair] = persons;
  if (group === undefined || chair === undefined) throw new Error('nobody was entered');
  const sessions = persons.map(({ id }) => ({ id: createId(chance), personId: id }));
  const signedIn: SessionsArgs = { sessions, now: clock.now() };
  await store.write('bench-sessions', signedIn);

  const fail = (error: unknown): void => {
    throw error;
  };
  const rooms = createRooms({ store, clock, onError: fail });
  const door = createDoor({ store, clock, onCommitted: rooms.announce, onError: fail });
  const give = async <Name extends CommandName>(name: Name, args: CommandArgs<Name>): Promise<void> => {
    const sender = { personId: chair.id, sessionId: null };
    const answer = await door.submit(sender, { mid: createId(chance), name, args });
    if (answer.status !== 'stored') throw new Error(`${name} was answered ${JSON.stringify(answer)}`);
  };
  const conferenceId: Id = createId(chance);
  await give('plan-conference', {
    id: conferenceId,
    groupId: group.id,
    title: 'Messung',
    briefing: true,
    date: '2099-11-25',
    start: '14:00',
    place: 'Aula',
    sitting: 'room',
    checks: [],
    chairId: chair.id,
    guestIds: [],
    secondCall: false,
  });
  await give('open-conference', { conferenceId });

  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets: WebSocket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  let frameBytes = 0;
  let waited = { left: 0, done: (): void => undefined };
  const clients = await Promise.all(
    persons.map(async () => {
      const client = new WebSocket(`ws://127.0.0.1:${port}`);
      client.on('message', (data) => {
        frameBytes = (data as Buffer).length;
        waited.left -= 1;
        if (waited.left === 0) waited.done();
      });
      await once(client, 'open');
      return client;
    }),
  );
  const untilAllHave = async (send: () => void | Promise<void>): Promise<number> => {
    const all = new Promise<void>((resolve) => {
      waited = { left: people, done: resolve };
    });
    const begun = now();
    await send();
    await all;
    return now() - begun;
  };
  let locked = false;
  return {
    rooms,
    get frameBytes() {
      return frameBytes;
    },
    change: async () => {
      locked = !locked;
      return untilAllHave(() => give('set-locked', { conferenceId, locked }));
    },
    broadcast: (bytes) => {
      const text = 'x'.repeat(bytes);
      return untilAllHave(() => {
        for (const socket of sockets) socket.send(text);
      });
    },
    joinAll: async () => {
      const times: number[] = [];
      const begun = now();
      const visitors = sockets.map((socket, index): Visitor => {
        const session = sessions[index];
        if (session === undefined) throw new Error('more sockets than people');
        return {
          isOpen: true,
          session: { ...session, deviceClass: 'official' },
          send: (message) => {
            socket.send(message);
          },
        };
      });
      await untilAllHave(async () => {
        await Promise.all(
          visitors.map(async (visitor) => {
            await rooms.join(visitor, { id: 1, conferenceId });
            times.push(now() - begun);
          }),
        );
      });
      return times;
    },
    close: async () => {
      rooms.close();
      for (const client of clients) client.terminate();
      server.close();
      await store.close();
    },
  };
};

/** A number in three letters: names hold no digits. */
const toLetters = (number: number): string =>
  [676, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(number / place) % 26))).join('');
