import * as live from '../meetings/live-commands.ts';
import * as votes from '../votes/commands.ts';

/** What is done in a sitting, as the table of rights puts it together. */
export const OPENING_ACTS = [live.openConference];
export const TAKING_ACTS = [live.takeChair];
/** Of the chair and of whoever takes the minutes. */
export const ROLL_ACTS = [live.setPresence, live.allPresentExcept];
/** Of everybody who takes part; ballots are for who is entitled. */
export const PART_ACTS = [
  live.checkIn,
  live.checkOut,
  live.raiseHand,
  live.lowerHand,
  votes.castBallot,
  votes.supportSecrecy,
];

const shared: readonly { readonly name: string }[] = [
  ...OPENING_ACTS,
  ...TAKING_ACTS,
  ...ROLL_ACTS,
  ...PART_ACTS,
];
/** All that is left is for whoever has the chair. */
export const CHAIR_ACTS: readonly { readonly name: string }[] = [
  ...live.liveCommands,
  ...votes.voteCommands,
].filter((command) => !shared.includes(command));
