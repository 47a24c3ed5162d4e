import type { Area } from './frame/areas.ts';

/** What waits for the reader in each area; shown beside its name. */
export type Counts = Partial<Record<Area['name'], number>>;
