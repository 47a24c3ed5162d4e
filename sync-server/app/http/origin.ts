/**
 * Whether a request may come from this page: one of the server itself, or one of the configured program. Programs that
 * are no browser name no origin; they are let through, since nothing here is granted by an origin alone.
 */
export const isAllowedOrigin = (
  origin: string | undefined,
  hosts: readonly string[],
  appOrigins: readonly string[],
): boolean => {
  if (origin === undefined) return true;
  if (appOrigins.includes(origin)) return true;
  try {
    const url = new URL(origin);
    return (url.protocol === 'http:' || url.protocol === 'https:') && hosts.includes(url.host);
  } catch {
    return false;
  }
};
