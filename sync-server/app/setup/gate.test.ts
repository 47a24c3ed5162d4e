import { describe, expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import { createGate } from './gate.ts';

const open = () => {
  const clock = { value: 1_000_000, now: () => clock.value };
  const gate = createGate(clock, { bytes: (length) => new Uint8Array(length).fill(7) });
  return { clock, gate };
};

describe('[SETUP1] the code on the console', () => {
  it('lets in, however it is typed, and is not asked of whoever sits at the server', () => {
    const { gate } = open();
    expect(gate.admit(true, undefined)).toBeUndefined();
    expect(gate.admit(true, 'FALSCH')).toBeUndefined();
    expect(gate.admit(false, undefined)).toEqual({ reason: 'unauthenticated' });
    expect(gate.admit(false, gate.code)).toBeUndefined();
    expect(gate.admit(false, ` ${gate.code.toLowerCase().replace('-', ' ')} `)).toBeUndefined();
  });

  it('[SETUP2] is guessed so often, then not even the right one opens until the pause is over', () => {
    const { clock, gate } = open();
    const answers = Array.from({ length: LIMITS.attemptsPerPerson }, (_, index) =>
      gate.admit(false, `0000-000${index}`),
    );
    expect(answers[0]).toEqual({ reason: 'wrong-credentials' });
    expect(answers[2]).toEqual({ reason: 'wrong-credentials', remaining: LIMITS.attemptsPerPerson - 3 });
    const until = clock.value + 60_000;
    expect(answers.at(-1)).toEqual({ reason: 'wrong-credentials', remaining: 0, until });
    expect(gate.admit(false, gate.code)).toEqual({ reason: 'rate-limited', until });
    expect(gate.admit(true, undefined)).toBeUndefined();
    clock.value = until;
    expect(gate.admit(false, 'noch einmal falsch')).toMatchObject({ until: until + 120_000 });
    clock.value = until + 120_000;
    expect(gate.admit(false, gate.code)).toBeUndefined();
  });

  it('is another one each time the server starts', () => {
    let seed = 0;
    const random = { bytes: (length: number) => new Uint8Array(length).fill((seed += 1)) };
    const clock = { now: () => 0 };
    expect(createGate(clock, random).code).not.toBe(createGate(clock, random).code);
  });
});
