import type { Id } from '#core/kernel/id.ts';
import type { MeetingParts, MeetingView } from '#core/meetings/view.ts';
import { liveCommands } from '#core/meetings/live-commands.ts';
import { voteCommands } from '#core/votes/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { commandMessageSchema } from '#core/protocol/messages/command.ts';
import { pingSchema } from '#core/protocol/messages/hello.ts';
import { joinSchema } from '#core/protocol/messages/meeting.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { z } from 'zod';
import type { LiveName, You } from '../live/contract.ts';
import { mergeRoll } from '../live/merge.ts';
import { liveMessageSchema, type Frame, type LiveMessage } from '../live/messages.ts';
import type { Socket, SocketEvents } from '../line.ts';
import { ServerEnd } from './server-end.ts';

const heardSchema = z.discriminatedUnion('op', [joinSchema, commandMessageSchema, pingSchema]);
const definitions = [...liveCommands, ...voteCommands];

/** A live command as it came over the wire, its arguments checked by core's schema. */
export interface HeardCommand {
  readonly mid: Id;
  readonly name: LiveName;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * The server's end of lines to one conference, in memory. It speaks the schemas of the protocol and nothing else; what a
 * conference does with a command is the test's business.
 */
export class MeetingServer {
  /** What becomes of a command; undefined: it is not answered. */
  answer: (command: HeardCommand) => CommandAnswer | undefined = () => ({ status: 'stored', rev: 1 });
  /** Undefined: the conference is not shown. */
  view: MeetingView | undefined;
  you: You = { voted: false, supports: false, mayLead: false };
  now: () => number = () => Date.now();
  /** Every command and every join as often as it came. */
  readonly commands: HeardCommand[] = [];
  readonly joins: z.infer<typeof joinSchema>[] = [];
  private readonly lines = new Set<Line>();
  private seq = 0;
  private readonly conferenceId: Id;

  constructor(conferenceId: Id, view: MeetingView | undefined) {
    this.conferenceId = conferenceId;
    this.view = view;
  }

  readonly open = (_ticket: string, events: SocketEvents): Socket => {
    const line = new Line(events, (text) => this.receive(line, text));
    this.lines.add(line);
    line.onEnd = () => this.lines.delete(line);
    queueMicrotask(() => {
      events.opened();
      line.say({ op: 'hello', protocol: PROTOCOL_VERSION, now: this.now() });
    });
    return line;
  };

  /** How many lines are open. */
  get lineCount(): number {
    return this.lines.size;
  }

  /** Changes what is shown and tells every line; `missed`: the frame gets lost on its way. */
  show(parts: Partial<MeetingParts>, roll?: Frame['roll'], { missed = false } = {}): void {
    if (this.view === undefined) return;
    this.seq += 1;
    this.view = { ...this.view, ...parts, roll: mergeRoll(this.view.roll, roll ?? {}) };
    if (missed) return;
    for (const line of this.lines)
      line.say({
        op: 'frame',
        conferenceId: this.conferenceId,
        seq: this.seq,
        parts,
        ...(roll === undefined ? {} : { roll }),
      });
  }

  /** Says something to every line. */
  tell(message: LiveMessage): void {
    for (const line of this.lines) line.say(message);
  }

  /** Breaks every line, as a crashed server does. */
  breakLines(code = 1006): void {
    for (const line of [...this.lines]) line.end(code);
  }

  private receive(line: Line, text: string): void {
    const message = heardSchema.parse(JSON.parse(text));
    switch (message.op) {
      case 'ping':
        line.say({ op: 'pong', id: message.id, now: this.now() });
        return;
      case 'join':
        this.joins.push(message);
        this.join(line, message.id);
        return;
      case 'command': {
        const command = toHeard(message.command);
        this.commands.push(command);
        const answer = this.answer(command);
        if (answer !== undefined) line.say({ op: 'answer', id: message.id, mid: command.mid, answer });
        return;
      }
    }
  }

  private join(line: Line, id: number): void {
    const { conferenceId, seq } = this;
    if (this.view === undefined) {
      line.say({ op: 'not-shown', conferenceId, reason: 'not-found' });
      return;
    }
    const { roll, ...parts } = this.view;
    line.say({ op: 'joined', id, conferenceId, seq, now: this.now(), parts, roll, you: this.you });
  }
}

const toHeard = (command: z.infer<typeof commandMessageSchema>['command']): HeardCommand => {
  const definition = definitions.find(({ name }) => name === command.name);
  if (definition === undefined) throw new Error(`${command.name} is no live command`);
  return {
    mid: command.mid,
    name: definition.name,
    args: z.record(z.string(), z.unknown()).parse(definition.args.parse(command['args'])),
  };
};

class Line extends ServerEnd {
  override say(message: LiveMessage): void {
    super.say(liveMessageSchema.parse(message));
  }
}
