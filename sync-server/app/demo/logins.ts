/** Somebody of the demonstration school as whom one may sign in. */
export interface DemoLogin {
  readonly shortCode: string;
  readonly password: string;
  /** What kind of person it is, for the console. */
  readonly kind: string;
}

/** One password for all: the demonstration never listens beyond this computer (D30). */
const PASSWORD = 'umlauf-demo-2026';

/** One log-in for each kind of person. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  { shortCode: 'Dre', password: PASSWORD, kind: 'Lehrkraft' },
  { shortCode: 'Kuh', password: PASSWORD, kind: 'Schulleitung' },
  { shortCode: 'Hau', password: PASSWORD, kind: 'Sekretariat' },
  { shortCode: 'Gro', password: PASSWORD, kind: 'Lehrkraft, Administration' },
  { shortCode: 'Som', password: PASSWORD, kind: 'Elternvertretung' },
];
