/** Hands a content to the browser to be saved. As bytes without a type: it can never be shown as a page of ours. */
export const saveFile = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
