/** A QR code as a drawing: `path` fills the dark squares of a field of `size` by `size`, quiet zone included. */
export interface QrDrawing {
  readonly size: number;
  /** The `d` of an SVG path. */
  readonly path: string;
}

/** Light squares around the code: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/** Draws a text as QR code, a seventh of which may be soiled. Loads the encoder with the first one. */
export const toQrDrawing = async (text: string): Promise<QrDrawing> => {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column] === 1)
        path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path };
};

/** The drawing as SVG, for the `svg` of a printed page. */
export const toQrSvg = ({ size, path }: QrDrawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
