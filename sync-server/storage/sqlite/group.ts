/** A job on its way to the writer. */
export interface JobRequest {
  readonly job: string;
  readonly args: unknown;
}

/** Why a job was not stored, in a form that crosses threads. */
export interface Failure {
  /** `job`: it threw. `full`: no room on the disk. `storage`: the store failed. */
  readonly kind: 'job' | 'full' | 'storage';
  readonly name: string;
  readonly message: string;
}

/** What became of one job. */
export type Outcome =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly failure: Failure };

/** What became of a group: one outcome per job, in order. `broken`: the writer takes no more jobs, and why. */
export interface GroupAnswer {
  readonly outcomes: readonly Outcome[];
  readonly broken?: string | undefined;
}

/** Carries out a group of jobs in one transaction; answers after the commit. Never rejects. */
export type RunGroup = (requests: readonly JobRequest[]) => Promise<GroupAnswer>;
