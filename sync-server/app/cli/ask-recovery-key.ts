import { createInterface } from 'node:readline/promises';
import { judgeRecoveryKey, parseRecoveryKey, RECOVERY_KEY_BLOCKS } from '#server/operations/recovery-key.ts';
import { toGermanKeyFault } from '#server/operations/sentences.ts';

/** Where the key is typed and where it is asked for; the console, or a test. */
export interface KeyConsole {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for the recovery key: block by block at a keyboard, each judged as soon as it is typed; from a file or a pipe all
 * at once. Undefined if it was not given; then why was said.
 */
export const askRecoveryKey = async ({ input, output }: KeyConsole): Promise<Uint8Array | undefined> => {
  if (input.isTTY !== true) return readRecoveryKey(await readAll(input), output);
  const line = createInterface({ input, output });
  const lines = line[Symbol.asyncIterator]();
  output.write(`Wiederherstellungsschlüssel vom Blatt im Notfallumschlag, ${RECOVERY_KEY_BLOCKS} Blöcke.\n`);
  let typed = '';
  try {
    for (;;) {
      const right = judgeRecoveryKey(typed).length;
      if (right >= RECOVERY_KEY_BLOCKS) return readRecoveryKey(typed, output);
      output.write(`Block ${right + 1}: `);
      const next = await lines.next();
      if (next.done === true) return readRecoveryKey(typed, output);
      const candidate = `${typed} ${next.value}`;
      const verdicts = judgeRecoveryKey(candidate);
      const isRight = verdicts.length > right && verdicts.every((verdict) => verdict === 'right');
      if (isRight) typed = candidate;
      else if (verdicts.length > right) output.write(`${toGermanKeyFault({ kind: 'blocks', verdicts })}\n`);
    }
  } finally {
    line.close();
  }
};

/** The key from a text; says what is wrong with it. */
export const readRecoveryKey = (text: string, output: NodeJS.WritableStream): Uint8Array | undefined => {
  const parsed = parseRecoveryKey(text);
  if (parsed.ok) return parsed.value;
  output.write(`${toGermanKeyFault(parsed.refusal)}\n`);
  return undefined;
};

const MAX_CHARACTERS = 10_000;

const readAll = async (input: NodeJS.ReadableStream): Promise<string> => {
  let text = '';
  for await (const piece of input) {
    text += String(piece);
    if (text.length > MAX_CHARACTERS) break;
  }
  return text;
};
