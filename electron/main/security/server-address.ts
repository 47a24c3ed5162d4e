/**
 * The server named on the command line as `--server=ADDRESS`; undefined if it is none or carries more than
 * an address. A path, where a proxy offers the server under one, ends in a slash.
 */
export const toServerAddress = (args: readonly string[]): string | undefined => {
  const named = args.find((argument) => argument.startsWith('--server='))?.slice('--server='.length);
  if (named === undefined || !URL.canParse(named)) return undefined;
  const url = new URL(named);
  const isPlain =
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    // The path stands in a content policy, where a semicolon would begin another rule.
    /^(\/[\w.-]+)*\/?$/.test(url.pathname);
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]';
  if (!isPlain || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))) return undefined;
  return url.pathname === '/' ? url.origin : `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
};
