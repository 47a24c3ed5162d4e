/** The server named on the command line as `--server=ADDRESS`; undefined if it is none or carries more than an address. */
export const toServerAddress = (args: readonly string[]): string | undefined => {
  const named = args.find((argument) => argument.startsWith('--server='))?.slice('--server='.length);
  if (named === undefined || !URL.canParse(named)) return undefined;
  const url = new URL(named);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]';
  if (!isPlain || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))) return undefined;
  return url.origin;
};
