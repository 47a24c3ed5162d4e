import { firstLight } from './0001-first-light.ts';
import { administration } from './0002-administration.ts';
import { slips } from './0004-slips.ts';
import { deletions } from './0008-deletions.ts';
import { officialOnly } from './0011-official-only.ts';
import { devices } from './0012-devices.ts';
import { files } from './0012-files.ts';
import { formerSalts } from './0015-former-salts.ts';
import { conferenceParts } from './0013-conference-parts.ts';
import { sittings } from './0016-sittings.ts';
import { ballots } from './0017-ballots.ts';
import { walls } from './0017-walls.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema; the place in the list (from 1) is the version a step leads to. */
export const migrations: readonly Migration[] = [
  firstLight,
  deletions,
  files,
  administration,
  officialOnly,
  devices,
  slips,
  formerSalts,
  conferenceParts,
  sittings,
  ballots,
  walls,
];
