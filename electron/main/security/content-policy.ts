/** The content security policy of the page in the desktop program: it speaks with the school's server alone. */
export const toContentPolicy = (serverAddress: string): string => {
  const socket = serverAddress.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${serverAddress} ${socket}`,
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
};
