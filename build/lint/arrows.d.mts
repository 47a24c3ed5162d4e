export interface Place {
  readonly part: string;
  readonly feature?: string;
}
export const ARROWS: Readonly<Record<string, readonly string[]>>;
export function toPlace(path: string): Place | undefined;
export function toArrowFault(from: string, to: string): string | undefined;
