import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type Autosave } from './autosave.ts';

const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const leave = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

let autosave: Autosave;
let answer: Promise<boolean>;
let saved: string[];
let text: string;

/** Types a word letter by letter, so many milliseconds apart. */
const type = async (letters: string, apart: number): Promise<void> => {
  for (const letter of letters) {
    text += letter;
    autosave.touch();
    await vi.advanceTimersByTimeAsync(apart);
  }
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  saved = [];
  text = '';
  answer = Promise.resolve(true);
  autosave = createAutosave(() => {
    saved.push(text);
    return answer;
  });
});
afterEach(async () => {
  await autosave.cancel();
  await autosave.end();
  vi.useRealTimers();
});

describe('what is typed', () => {
  it('is saved at the first key and 300 ms after the last', async () => {
    await type('a', 0);
    expect(saved).toEqual(['a']);
    await type('bc', 100);
    await vi.advanceTimersByTimeAsync(199);
    expect(saved).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['a', 'abc']);
    await vi.advanceTimersByTimeAsync(2_000);
    await type('d', 0);
    expect(saved).toEqual(['a', 'abc', 'abcd']);
  });

  it('is saved every two seconds however long somebody types without a pause', async () => {
    await type('a', 0);
    await type('b'.repeat(45), 100);
    expect(saved.map((it) => it.length)).toEqual([1, 21, 41]);
  });

  it('is saved as soon as the page is hidden or goes away', async () => {
    answer = Promise.resolve(false);
    await type('ab', 0);
    expect(saved).toEqual(['a']);
    dispatchEvent(new Event('pagehide'));
    await turn();
    expect(saved).toEqual(['a', 'ab']);
    await type('c', 0);
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    state.mockRestore();
    await turn();
    expect(saved.at(-1)).toBe('abc');
  });

  it('keeps one from leaving only while it is not saved yet', async () => {
    expect(leave()).toBe(false);
    text = 'a';
    autosave.touch();
    expect(leave()).toBe(true);
    await turn();
    expect(leave()).toBe(false);
    answer = Promise.resolve(false);
    await type('b', 400);
    expect(saved.at(-1)).toBe('ab');
    expect(leave()).toBe(true);
    answer = Promise.resolve(true);
    await type('c', 400);
    expect(leave()).toBe(false);
  });

  it('is not written any more once it was thrown away', async () => {
    await type('a', 0);
    text = 'ab';
    autosave.touch();
    await autosave.cancel();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(leave()).toBe(false);
    expect(saved.filter((it) => it === 'ab').length).toBeLessThan(2);
  });
});
