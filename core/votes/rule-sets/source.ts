interface Read<Value> {
  readonly verified: true;
  readonly value: Value;
  readonly citation: string;
}

/** A rule that was read where it stands. */
export const read = <Value>(value: Value, citation: string): Read<Value> => ({
  verified: true,
  value,
  citation,
});

interface Open {
  readonly verified: false;
  readonly value: null;
  readonly citation: string | null;
}

/** A rule nobody has read: open until the school decides it. */
export const open = (citation: string | null = null): Open => ({
  verified: false,
  value: null,
  citation,
});
