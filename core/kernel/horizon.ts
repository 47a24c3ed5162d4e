/**
 * How far back anything is remembered that only helps a client to catch up (D4, D11), in milliseconds: tags of numbers and
 * answers to repeated commands. A device locks itself after `OFFLINE_LOCK_DAYS` teaching days without its school; with
 * weekends and the longest holidays these are at most 90 days, and 30 more are kept. A client that comes back later starts
 * anew.
 */
export const HORIZON = (90 + 30) * 86_400_000;

/** Teaching days a device may be without its school before it locks itself. */
export const OFFLINE_LOCK_DAYS = 20;
