/** Writes on the console that something failed and where, never what was said. */
export const logError = (error: unknown): void => {
  // Name and places only: a message may quote what somebody wrote, over several lines.
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = lines.filter((line) => /^ {4}at .*:\d+:\d+\)?$/u.test(line)).slice(0, 3);
  console.error(
    [`Fehler im Server: ${error instanceof Error ? error.name : typeof error}`, ...places].join('\n'),
  );
};
