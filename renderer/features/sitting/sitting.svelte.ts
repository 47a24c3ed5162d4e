import type { Id } from '#core/kernel/id.ts';
import type {
  LiveArgs,
  LiveEyes,
  LiveLine,
  LiveName,
  LiveState,
  Said,
  Workspace,
} from '#renderer/replica/contract.ts';

/** A conference on the screen: what its line shows, as state, and a way to say something to it. */
export interface Sitting {
  readonly state: LiveState;
  /** The server's clock, moving by the second. */
  readonly now: number;
  /** Why the last thing that was said did not happen; undefined once it is read or something else was said. */
  readonly trouble: Extract<Said, { ok: false }>['reason'] | undefined;
  /** Whether it is said and not answered yet. */
  isUnderWay(name: LiveName): boolean;
  say<Name extends LiveName>(name: Name, args: LiveArgs<Name>): Promise<Said>;
  retry(): void;
  calm(): void;
}

const WAITING: LiveState = {
  standing: 'connecting',
  reason: undefined,
  view: undefined,
  you: { voted: false, supports: false, mayLead: false },
  underWay: [],
};

/** Opens the line for the life of the component, and another one for another conference. */
export const createSitting = (
  workspace: () => Pick<Workspace, 'openLive' | 'now'>,
  conferenceId: () => Id,
  eyes: LiveEyes = 'own',
): Sitting => {
  let state = $state.raw<LiveState>(WAITING);
  let trouble = $state<Sitting['trouble']>();
  let now = $state(workspace().now());
  let line: LiveLine | undefined;

  $effect(() => {
    const opening = workspace().openLive(conferenceId(), eyes);
    let isGone = false;
    void opening.then((opened) => {
      if (isGone) return;
      line = opened;
      opened.state$.subscribe((next) => {
        if (isGone) return;
        state = next;
        now = opened.now();
      });
    });
    const clock = setInterval(() => (now = line?.now() ?? workspace().now()), 1_000);
    return () => {
      isGone = true;
      clearInterval(clock);
      line = undefined;
      state = WAITING;
      void opening.then((opened) => opened.close());
    };
  });

  return {
    get state() {
      return state;
    },
    get now() {
      return now;
    },
    get trouble() {
      return trouble;
    },
    isUnderWay: (name) => state.underWay.some((saying) => saying.name === name),
    say: async (name, args) => {
      trouble = undefined;
      const said = (await line?.say(name, args)) ?? ({ ok: false, reason: 'not-sent' } as const);
      if (!said.ok) trouble = said.reason;
      return said;
    },
    retry: () => line?.retryNow(),
    calm: () => (trouble = undefined),
  };
};
