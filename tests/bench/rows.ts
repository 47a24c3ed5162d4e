import { measureAttachment } from './measures/attachment.ts';
import { measureBackup } from './measures/backup.ts';
import { measureCatchUp } from './measures/catch-up.ts';
import { measureColdStart } from './measures/cold-start.ts';
import { measureFirstScreen } from './measures/first-screen.ts';
import { measureFirstSync } from './measures/first-sync.ts';
import { measureImport } from './measures/import.ts';
import { measureLive } from './measures/live.ts';
import { measureFanOut1000, measureFanOut300, measureRejoin } from './measures/meeting.ts';
import { measureSearch } from './measures/search.ts';
import { measureSlowLine } from './measures/slow-line.ts';
import type { Row } from './row.ts';

const POUCH = 'PouchDB 9 (idb), unencrypted';

/** Every row of the benchmark, in the order of the table; first those that change nothing at the server. */
export const rows: readonly Row[] = [
  {
    id: 'first-sync',
    unit: 'ms',
    peerName: POUCH,
    limitName:
      'raw Dexie bulkPut of the same documents; ours may take 3.5 times as long, and 0.67 of the peer',
    bars: [
      { against: 'peer', factor: 0.67 },
      { against: 'limit', factor: 3.5 },
    ],
    measure: async (lab) => {
      const { all, pouch, dexie } = await measureFirstSync(lab);
      return { ours: all, peer: pouch, limit: dexie };
    },
  },
  {
    id: 'first-50',
    unit: 'ms',
    limitName: 'the same replica until everything is there',
    bars: [{ against: 'limit', factor: 1 }],
    measure: async (lab) => {
      const { first, all } = await measureFirstSync(lab);
      return { ours: first, limit: all };
    },
  },
  {
    id: 'cold-start',
    unit: 'ms',
    limitName: 'the same without any announcement; ours may take 1.6 times as long',
    bars: [{ against: 'limit', factor: 1.6 }],
    measure: async (lab) => {
      const { full, empty } = await measureColdStart(lab);
      return { ours: full, limit: empty };
    },
  },
  {
    id: 'heap',
    unit: 'MB',
    limitName: 'page and workers after a cold start, at most 30 MB',
    bars: [{ against: 'limit', factor: 1 }],
    measure: async (lab) => ({ ours: (await measureColdStart(lab)).heap, limit: 30 }),
  },
  {
    id: 'search',
    unit: 'ms',
    limitName: 'p95, at most 20 ms',
    bars: [{ against: 'limit', factor: 1 }],
    measure: async (lab) => ({ ours: await measureSearch(lab), limit: 20 }),
  },
  {
    id: 'attachment',
    unit: 'ms',
    limitName: 'raw Dexie blob of the same 20 MB, not sealed; ours may take 40 times as long',
    bars: [{ against: 'limit', factor: 40 }],
    measure: measureAttachment,
  },
  {
    id: 'catch-up',
    unit: 'ms',
    peerName: POUCH,
    bars: [{ against: 'peer', factor: 1.5 }],
    measure: measureCatchUp,
  },
  {
    id: 'live',
    unit: 'ms',
    peerName: POUCH,
    bars: [{ against: 'peer', factor: 0.5 }],
    measure: measureLive,
  },
  {
    id: 'slow-line',
    unit: 'ms',
    limitName: 'the time the same bytes need at 2 Mbit/s; ours may take 3 times as long',
    bars: [{ against: 'limit', factor: 3 }],
    measure: measureSlowLine,
  },
  {
    id: 'import',
    unit: 'ms',
    limitName: 'papaparse and bare inserts of the same 5,000 rows; ours may take 60 times as long',
    bars: [{ against: 'limit', factor: 60 }],
    measure: measureImport,
  },
  {
    id: 'backup',
    unit: 'ms',
    limitName: 'p99 of commands before it; during it ours may take 3 times as long',
    bars: [{ against: 'limit', factor: 3 }],
    measure: measureBackup,
  },
  {
    id: 'meeting-fanout-300',
    unit: 'ms',
    limitName:
      'a bare ws broadcast of the same bytes to 300; ours, with the commit, may take 3 times as long',
    bars: [{ against: 'limit', factor: 3 }],
    measure: measureFanOut300,
  },
  {
    id: 'meeting-fanout-1000',
    unit: 'ms',
    limitName: 'the same to 1,000',
    bars: [{ against: 'limit', factor: 3 }],
    measure: measureFanOut1000,
  },
  {
    id: 'rejoin',
    unit: 'ms',
    limitName: '300 cut off at once are back: p99, at most 2,000 ms',
    bars: [{ against: 'limit', factor: 1 }],
    measure: async (lab) => ({ ours: await measureRejoin(lab), limit: 2_000 }),
  },
  {
    id: 'first-screen',
    unit: 'kB',
    limitName: 'JavaScript before the list, gzip, at most 250 kB',
    bars: [{ against: 'limit', factor: 1 }],
    measure: async (lab) => ({ ours: await measureFirstScreen(lab), limit: 250 }),
  },
];
