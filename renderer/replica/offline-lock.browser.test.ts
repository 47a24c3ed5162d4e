import { firstValueFrom } from 'rxjs';
import { beforeEach, expect, test } from 'vitest';
import { toOfflineLock } from '#core/kernel/calendar/offline-lock.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { Workspace } from './contract.ts';
import type { ClosableEntrance } from './entrance.ts';
import { createBrowserEnvironment, type Environment } from './environment.ts';
import { enter, openTab, School } from './testing/door.ts';
import { GROUP, school as schoolDocument } from './testing/documents.ts';
import { until } from './testing/open.ts';

const PASSWORD = 'Löwenzahn 7';
const DAY = 86_400_000;
const calendar = schoolDocument();

/** By how much the clock of the device is wrong, and how far time has gone on at the school. */
let shift = 0;
let later = 0;
let school: School;

/** A device whose clock a test turns; what waits for minutes comes soon. */
const environment = (): Environment => {
  const browser = createBrowserEnvironment();
  return {
    ...browser,
    clock: { now: () => Date.now() + shift },
    timers: { after: (delay, run) => browser.timers.after(delay >= 300_000 ? 30 : delay, run) },
  };
};

const answers: string[] = [];
beforeEach(() => {
  shift = later = 0;
  answers.length = 0;
  school = new School();
  school.feed.put(calendar);
  school.feed.now = () => Date.now() + later;
  school.feed.answer = (command) => {
    answers.push(command.mid);
    return { status: 'refused', reason: 'forbidden' };
  };
  const { api } = school;
  const ask = api.school;
  api.school = async () => {
    const answer = await ask();
    return answer.ok ? { ...answer, value: { ...answer.value, now: Date.now() + later } } : answer;
  };
});

const join = async (): Promise<ClosableEntrance> => {
  const entrance = openTab(school, environment());
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, PASSWORD);
  const { school$, truth$ } = await enter(entrance);
  await until(school$, (document) => document !== undefined);
  await until(truth$, (truth) => truth.asOf !== undefined);
  // The contact is noted with the first word of the server that finds the calendar here.
  school.feed.breakLines();
  await until(truth$, (truth) => truth.connection === 'connecting');
  await until(truth$, (truth) => truth.connection === 'online');
  return entrance;
};
const goOffline = async ({ truth$ }: Workspace): Promise<void> => {
  school.reachable = false;
  school.feed.breakLines();
  await until(truth$, (truth) => truth.connection === 'offline');
};
const write = async (workspace: Workspace): Promise<string> => {
  const submitted = await workspace.submit('announce', {
    id: workspace.createId(),
    groupIds: [GROUP],
    title: 'Wandertag',
    body: createRichText('Der Bus fährt um acht.'),
    pinned: false,
    urgent: false,
  });
  if (!submitted.ok) throw new Error(submitted.reason);
  return submitted.mid;
};
const comeBack = (days: number): void => {
  later = days * DAY;
  school.reachable = true;
};
/** The kinds of databases that lie here beside the list of profiles. */
const kinds = async (): Promise<ReadonlySet<string>> =>
  new Set(
    (await indexedDB.databases()).flatMap(
      ({ name = '' }) => /-(g|local|search|files)\b/u.exec(name)?.[1] ?? [],
    ),
  );

test('[LOCK1] [LOCK2] after twenty teaching days without the school nothing of it is left; what was unsent goes out after the next sign-in', async () => {
  const entrance = await join();
  const before = await enter(entrance);
  await goOffline(before);
  const mid = await write(before);
  await entrance.lock();
  expect(await kinds()).toContain('g');

  shift = 40 * DAY;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: false, reason: 'locked-offline' });
  expect([...(await kinds())]).toEqual(['local']);
  // Whoever turns the clock back now gains nothing.
  shift = 1;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: false, reason: 'clock-behind' });

  shift = 40 * DAY;
  comeBack(40);
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
  const after = await enter(entrance);
  const [refused] = await until(after.notSaved$, (list) => list.length === 1);
  expect(refused?.command.mid).toBe(mid);
  expect(answers).toEqual([mid]);
  await until(after.list('announcement', 50), (list) => list.length >= 20);
  await entrance.lock();
  school.reachable = false;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
});

test('[LOCK2] whom the school no longer takes stays locked out, and what was unsent stays sealed', async () => {
  const entrance = await join();
  const before = await enter(entrance);
  await goOffline(before);
  await write(before);
  await entrance.lock();
  shift = 40 * DAY;
  comeBack(40);
  school.auth = undefined;
  expect(await entrance.signIn('oe', PASSWORD)).toMatchObject({ ok: false, reason: 'wrong-credentials' });
  expect(await entrance.signIn('oe', PASSWORD)).toMatchObject({ ok: false, reason: 'wrong-credentials' });
  expect([...(await kinds())]).toEqual(['local']);
});

test('[LOCK3] a clock that was turned back opens nothing and deletes nothing, until it is right or the school is reached', async () => {
  const entrance = await join();
  await goOffline(await enter(entrance));
  await entrance.lock();
  shift = 10 * DAY;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
  await (await enter(entrance)).drafts.put({ id: calendar.id, at: 1, content: 'halb' });
  await expect
    .poll(async () => (await firstValueFrom((await enter(entrance)).truth$)).connection)
    .toBe('offline');
  await entrance.lock();

  shift = 0;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: false, reason: 'clock-behind' });
  expect(await kinds()).toContain('g');
  shift = 10 * DAY;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
  await entrance.lock();

  // It had been ahead all the time: the school knows better.
  shift = 0;
  comeBack(0);
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
  expect(await firstValueFrom((await enter(entrance)).drafts.all$)).toHaveLength(1);
});

test('[LOCK1] an open device says for some days that it will lock itself, and then does', async () => {
  const entrance = await join();
  const workspace = await enter(entrance);
  await goOffline(workspace);
  const mid = await write(workspace);
  const { warnsAt, locksAt } = toOfflineLock(Date.now(), calendar);
  shift = warnsAt - Date.now() + 60_000;
  const truth = await until(workspace.truth$, (value) => value.locksAt !== undefined);
  expect(Math.abs((truth.locksAt ?? 0) - locksAt)).toBeLessThan(1_000);
  shift = locksAt - Date.now() + 60_000;
  await until(entrance.state$, (state) => state.at === 'door');
  expect(entrance.state$).toMatchObject({ value: { at: 'door', offlineLock: 'locked-offline' } });
  expect([...(await kinds())]).toEqual(['local']);

  comeBack(40);
  shift = 40 * DAY;
  expect(await entrance.signIn('oe', PASSWORD)).toEqual({ ok: true });
  await until((await enter(entrance)).notSaved$, (list) => list.length === 1);
  expect(answers).toEqual([mid]);
});
