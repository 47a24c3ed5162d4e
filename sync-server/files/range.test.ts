import { expect, it } from 'vitest';
import { toRange } from './range.ts';

it.each([
  [undefined, 'whole'],
  ['bytes=0-499', { start: 0, end: 499 }],
  ['bytes=500-', { start: 500, end: 999 }],
  ['bytes=500-99999', { start: 500, end: 999 }],
  ['bytes=-200', { start: 800, end: 999 }],
  ['bytes=-99999', { start: 0, end: 999 }],
  ['bytes=999-999', { start: 999, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=', 'whole'],
  ['bytes=--1', 'whole'],
  [`bytes=${'9'.repeat(400)}-`, 'whole'],
] as const)('[FILE6] %s of 1,000 bytes', (header, expected) => {
  expect(toRange(header, 1_000)).toEqual(expected);
});
