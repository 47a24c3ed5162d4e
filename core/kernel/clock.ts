/** UTC milliseconds since 1970-01-01T00:00:00Z, by the server's clock (D5). */
export type Instant = number;

/** The port through which time enters; every rule can be tested at any hour. */
export interface Clock {
  /** The present instant in UTC milliseconds. */
  now(): Instant;
}

/** The port through which chance enters. */
export interface Random {
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array;
}

/** The largest instant that can be ordered newest first: 2286-11-20. */
export const LATEST_INSTANT = 9_999_999_999_999;

/** Turns an instant around, so that ascending order is newest first (RxDB never indexes descending sorts). */
export const toInverseTime = (instant: Instant): number => LATEST_INSTANT - instant;

/** The instant behind an inverse time. */
export const fromInverseTime = (inverse: number): Instant => LATEST_INSTANT - inverse;
