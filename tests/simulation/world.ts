import { mkdtempSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '#core/kernel/id.ts';
import { createId } from '#core/kernel/id.ts';
import type { ServerMessage } from '#core/protocol/messages/index.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Bug } from './bugs.ts';
import { createChance, type Chance } from './chance.ts';
import { createDevice, startDevice, type Device, type DeviceNetwork } from './device.ts';
import { installEngine, type Engine } from './engine.ts';
import { createDeviceKey } from './engine-crypto.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createLine, type Direction, type Line } from './network.ts';
import { createMemory, type Memory } from './memory.ts';
import { foundSchool } from './founding.ts';
import { DEVICES, WORLD_BEGINS } from './school.ts';
import { createServerMachine, type ServerMachine } from './server.ts';

/** What is wrong, by the number of the invariant (`docs/architecture.md`, "What must always hold"). */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

/** A small school with a server, devices and a network, all of it in the hands of one seed. */
export interface World {
  readonly engine: Engine;
  readonly server: ServerMachine;
  readonly devices: readonly Device[];
  /** Open lines. */
  readonly lines: readonly Line[];
  readonly ledger: Ledger;
  readonly memory: Memory;
  readonly violations: readonly Violation[];
  /** What happened, one line each; the same seed gives the same lines. */
  readonly trace: readonly string[];
  /** How often things happened, so that nobody believes in a simulation in which nothing does. */
  readonly counts: ReadonlyMap<string, number>;
  readonly bug: Bug | undefined;
  /** Whether the school begins with more announcements than a page holds. */
  readonly hasPast: boolean;
  /** A text nobody has written before. */
  write(what: string): string;
  note(line: string): void;
  count(what: string): void;
  blame(invariant: string, what: string): void;
  start(device: Device): Promise<void>;
  /** Delivers until nothing is under way any more. */
  flow(): Promise<void>;
  /** Moves time on, and lets the network flow meanwhile. */
  live(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** A step of time in which the network flows, in milliseconds. */
const SLICE = 1_000;
/** More frames than this without rest mean that two programs talk in circles. */
const FRAMES_MAX = 3_000;

/** Creates the world of a seed: server up, school imported, everybody signed in, devices off. */
export const createWorld = async (seed: number, bug?: Bug): Promise<World> => {
  const chance = createChance(seed);
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(root, 'umlauf-simulation-'));
  const keys = new Map<string, CryptoKey>();
  for (const [, name] of DEVICES) keys.set(name, await createDeviceKey(chance.bytes(32).slice()));

  const engine = installEngine(WORLD_BEGINS);
  const violations: Violation[] = [];
  const trace: string[] = [];
  const counts = new Map<string, number>();
  const lines: Line[] = [];
  const memory = createMemory();
  const ledger = createLedger();
  const chances = new Map<string, Chance>(DEVICES.map(([, name]) => [name, createChance(chance.seed())]));
  const hasPast = seed % 5 === 0;
  let written = 0;
  let started = 0;
  let laid = 0;

  const note = (line: string): void => {
    trace.push(line);
  };
  const count = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  const blame = (invariant: string, what: string): void => {
    violations.push({ invariant, what });
    note(`!! (${invariant}) ${what}`);
  };
  const server = createServerMachine({
    engine,
    chance: createChance(chance.seed()),
    folder,
    bug,
    onError: (error) => blame('0', `the server failed: ${String(error)}`),
  });

  const onSent = (line: Line, direction: Direction, text: string): void => {
    const message = JSON.parse(text) as ServerMessage & { readonly id?: number };
    note(`   ${line.device}/${line.id} ${direction} ${toSummary(message)}`);
    count(`${direction} ${message.op}`);
    if (message.op === 'answer')
      count(memory.answers.has(message.mid) ? 'repeat' : toOutcome(message.answer));
    if ((message.op === 'page' || message.op === 'change') && message.documents.some(isStub)) count('stub');
    if (message.op === 'page' && message.reset === true) count('reset');
    if (direction === 'up' || server.running === undefined) return;
    const committed = server.running.observer.look();
    memory.observe(committed);
    memory.hear(line, message, committed, blame);
  };

  const network: DeviceNetwork = (device, client) => ({
    fetchTicket: async () => {
      const { running } = server;
      if (!device.isConnected || running === undefined) return { ok: false, reason: 'unreachable' };
      if (device.token === undefined) return { ok: false, reason: 'unauthenticated' };
      const outcome = await server.issueTicket(device.token);
      if (!outcome.ok && outcome.reason === 'unauthenticated') device.token = undefined;
      return outcome;
    },
    openSocket: (ticket, events) => {
      const { running: process } = server;
      if (!device.isConnected || process === undefined || !client.isAlive) {
        queueMicrotask(() => events.closed(1006));
        return { send: () => undefined, close: () => undefined };
      }
      const laidLine = createLine(
        {
          id: (laid += 1),
          device: device.name,
          personId: device.personId,
          deviceClass: device.deviceClass,
          engine,
          client,
          server: process.program,
          events,
          onSent,
          onEnded: ({ id }, code) => note(`   ${device.name}/${id} ends ${code}`),
        },
        (socket) => engine.as(process.program, () => server.accept(socket, ticket)),
      );
      lines.push(laidLine.line);
      return laidLine.client;
    },
  });

  const open = (): readonly Line[] => {
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      if (lines[index]?.isOpen === false) lines.splice(index, 1);
    }
    return lines;
  };

  const process = await engine.until(server.start());
  const devices: Device[] = [];
  const world: World = {
    engine,
    server,
    devices,
    get lines() {
      return open();
    },
    ledger,
    memory,
    violations,
    trace,
    counts,
    bug,
    hasPast,
    write: (what) => `Geheim ${what} ${(written += 1)}`,
    note,
    count,
    blame,
    start: async (device) => {
      const key = keys.get(device.name);
      const own = chances.get(device.name);
      if (key === undefined || own === undefined || device.running !== undefined) return;
      started += 1;
      device.running = await engine.until(
        startDevice(device, { engine, chance: own, key, network, count: started }),
      );
      await engine.settle();
    },
    flow: async () => {
      await engine.settle();
      for (let frames = 0; frames < FRAMES_MAX; frames += 1) {
        const line = open().find(({ waiting }) => waiting('down') > 0 || waiting('up') > 0);
        if (line === undefined) return;
        line.deliver(line.waiting('down') > 0 ? 'down' : 'up');
        await engine.settle();
      }
      blame('0', 'client and server talk in circles');
    },
    live: async (milliseconds) => {
      for (let passed = 0; passed < milliseconds; passed += SLICE) {
        await world.flow();
        await engine.advance(SLICE);
      }
      await world.flow();
    },
    close: async () => {
      const programs = devices.flatMap(({ running }) => running ?? []);
      try {
        for (const running of programs) await running.close();
        await engine.until(server.close());
      } catch (error) {
        // What cannot even be closed any more is killed, so that it does not haunt the next world.
        for (const { program } of programs) program.isAlive = false;
        for (const { kill } of programs) await kill();
        throw error;
      } finally {
        await engine.settle();
        engine.uninstall();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };

  const persons = await engine.until(foundSchool(process, engine, hasPast));
  for (const [shortCode, name, deviceClass] of DEVICES) {
    const id = persons.get(shortCode);
    if (id === undefined) throw new Error(`nobody has the short code ${shortCode}`);
    const device = createDevice({ id, shortCode }, { name, deviceClass, id: createId(chance) });
    device.token = await engine.until(server.signIn(device));
    devices.push(device);
  }
  return world;
};

const isStub = (row: { readonly id: string; readonly [field: string]: unknown }): boolean =>
  row['_deleted'] === true && row.id !== '~';

const toOutcome = (answer: CommandAnswer): string =>
  answer.status === 'refused' ? `refused ${answer.reason}` : answer.status;

/** A frame in a few words. */
const toSummary = (message: ServerMessage & { readonly id?: number }): string => {
  const short = (id: Id | string): string => id.slice(0, 6);
  switch (message.op) {
    case 'page':
    case 'change': {
      const rows = message.documents.map(
        (row) => `${row.kind || 'gone'}:${short(row.id)}@${String(row['rev'])}`,
      );
      const reset = message.op === 'page' && message.reset === true ? ' reset' : '';
      return `${message.op}${reset} ${rows.join(' ')}`;
    }
    case 'answer':
      return `answer ${short(message.mid)} ${JSON.stringify(message.answer)}`;
    default: {
      const { op, command } = message as { op: string; command?: { mid: string; name: string } };
      return command === undefined ? op : `${op} ${short(command.mid)} ${command.name}`;
    }
  }
};
