import { afterEach, expect, it, vi } from 'vitest';
import { logError } from './log-error.ts';

afterEach(() => vi.restoreAllMocks());

it('names the kind of a failure and its places, never the message, however many lines that has', () => {
  const said: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  logError(new RangeError('Erste Zeile\nFrau Müller\n    at home'));
  expect(said.join()).toContain('RangeError');
  expect(said.join()).toContain('log-error.test.ts');
  expect(said.join()).not.toMatch(/Erste Zeile|Müller|at home/u);
});
