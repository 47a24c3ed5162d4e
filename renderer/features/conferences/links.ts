import type { Id } from '#core/kernel/id.ts';

/** Where conferences lead; the app knows the addresses. */
export interface Links {
  readonly list: string;
  readonly plan: string;
  /** The register of resolutions. */
  readonly resolutions: string;
  conference(id: Id): string;
  announcement(id: Id): string;
}
