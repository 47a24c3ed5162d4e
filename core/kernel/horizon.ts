/** Teaching days a device may be without its school before it locks itself (R5), and for how many of them it says so. */
export const OFFLINE_LOCK_DAYS = 20;
export const OFFLINE_WARN_DAYS = 5;

/** With weekends and the longest holidays these are at most so many days; no calendar makes it more. */
export const OFFLINE_LOCK_MOST = 90;

/**
 * How far back anything is remembered that only helps a client to catch up (D4, D11), in milliseconds: tags of numbers and
 * answers to repeated commands, until 30 days after the last device without its school has locked itself. A client that
 * comes back later starts anew.
 */
export const HORIZON = (OFFLINE_LOCK_MOST + 30) * 86_400_000;
