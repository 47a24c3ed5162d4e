/** The viewer has read the whole file long before; what is printed may be secret and shall not stay. In milliseconds. */
const ADDRESS_LIFETIME = 60_000;

const toAddress = (pdf: Blob): string => {
  const address = URL.createObjectURL(pdf);
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME);
  return address;
};

/**
 * Shows a PDF in the browser's viewer, from where it is printed; nothing is written to disk. False where the browser opens
 * no new tab: only right after a press, and never in the desktop program, where it is saved instead.
 */
export const openPdf = (pdf: Blob): boolean => window.open(toAddress(pdf), '_blank') !== null;

/** Saves a PDF where the browser keeps downloads, or asks where. */
export const savePdf = (pdf: Blob, fileName: string): void => {
  const link = document.createElement('a');
  link.href = toAddress(pdf);
  link.download = fileName;
  link.click();
};
