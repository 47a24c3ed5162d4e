export function findNginx(): string | undefined;
export function findFirefox(): string | undefined;
export function ensureSystemTools(): Promise<void>;
