/** Whether a link leads to the web; as in core's rich text, but without the program's own scheme. */
export const isWebAddress = (href: string): boolean => /^https?:\/\/[^\s]{1,1990}$/iu.test(href);

/** The address a person meant: `www.schule.de` gets its `https://`; undefined for what is no address of the web. */
export const toWebAddress = (typed: string): string | undefined => {
  const text = typed.trim();
  const href = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  return isWebAddress(href) && /^https?:\/\/[^/\s]+\.[^/\s]{2,}/iu.test(href) ? href : undefined;
};
