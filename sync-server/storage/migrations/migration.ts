/** One step of the schema. Steps are only ever added: a released one is never changed. */
export interface Migration {
  /** What the step is for, in a few words. */
  readonly name: string;
  /** Statements separated by semicolons; carried out in one transaction with all other missing steps. */
  readonly sql: string;
}
