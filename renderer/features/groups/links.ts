import type { Id } from '#core/kernel/id.ts';

/** Where things lead; whoever composes the screens knows the addresses. */
export interface Links {
  group(id: Id): string;
  person(id: Id): string;
  announcement(id: Id): string;
  /** The page that creates a group. */
  readonly create: string;
}
