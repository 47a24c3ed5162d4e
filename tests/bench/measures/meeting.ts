import type { Lab } from '../lab.ts';
import { median, once, percentile, type Figures } from '../row.ts';
import { openBenchMeeting } from '../server/meeting.ts';

const WARM_UP = 5;
const SAMPLES = 30;

interface Measured {
  /** From the command to the last participant, in milliseconds. */
  readonly fanOut: number;
  /** The same bytes by the bare library. */
  readonly bare: number;
  /** Until everybody was back, the slowest of a hundred. */
  readonly rejoin: number;
}

const measure = async (lab: Lab, people: number): Promise<Measured> => {
  const meeting = await openBenchMeeting(lab.newFolder(), people);
  const rejoin = percentile(await meeting.joinAll(), 0.99);
  for (let count = 0; count < WARM_UP; count += 1) await meeting.change();
  const bytes = meeting.frameBytes;
  const [ours, bare]: [number[], number[]] = [[], []];
  while (ours.length < SAMPLES) {
    // The frame after one that went out just now would wait for its turn.
    await new Promise((resolve) => void setTimeout(resolve, 60));
    ours.push(await meeting.change());
    bare.push(await meeting.broadcast(bytes));
  }
  await meeting.close();
  return { fanOut: median(ours), bare: median(bare), rejoin };
};

const of300 = once((lab) => measure(lab, 300));
const of1000 = once((lab) => measure(lab, 1_000));

const toFanOut = ({ fanOut, bare }: Measured): Figures => ({ ours: fanOut, limit: bare });

export const measureFanOut300 = async (lab: Lab): Promise<Figures> => toFanOut(await of300(lab));
export const measureFanOut1000 = async (lab: Lab): Promise<Figures> => toFanOut(await of1000(lab));
export const measureRejoin = async (lab: Lab): Promise<number> => (await of300(lab)).rejoin;
