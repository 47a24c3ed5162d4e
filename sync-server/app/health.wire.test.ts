import { afterEach, beforeEach, expect, test } from 'vitest';
import { healthSchema } from '#core/admin/health.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';

let school: TestSchool;
beforeEach(async () => {
  school = await startTestSchool({ people: ['Kuh', 'Hau'] });
  const flags = { administrator: true, staffCouncil: false, now: school.clock.value };
  await school.server.store.write('set-flags', { personId: school.person('Hau').id, ...flags });
});
afterEach(async () => {
  await school.close();
});

const ask = (token?: string) =>
  fetch(
    `${school.url}/api/health`,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );

test('[REACH10] administrators alone see how the server is, and nobody keeps it', async () => {
  expect((await ask()).status).toBe(401);
  // The head of the school has no right to it without the flag.
  expect((await ask(await school.token('Kuh'))).status).toBe(403);
  const answer = await ask(await school.token('Hau'));
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const health = healthSchema.parse(await answer.json());
  expect(health).toMatchObject({
    now: school.clock.value,
    port: Number(new URL(school.url).port),
    certificate: { way: 'none' },
    backup: { hasKey: false },
  });
  expect(health.disk.free).toBeGreaterThan(0);
  expect(health.disk.free).toBeLessThanOrEqual(health.disk.total);
});
