/** A picture may have so many points; a small file can claim to be far larger than any memory. */
const POINTS_MAX = 50_000_000;
/** The longer side of what is shown, in points. */
const SIDE_MAX = 1_600;

type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';
interface Picture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture that may be shown: decoded and encoded anew, so that nothing but points is left of what somebody sent (D9).
 * What it is is told by its first bytes, not by its name. Undefined for what is no such picture.
 */
export const toShownPicture = async (content: Blob): Promise<Blob | undefined> => {
  const picture = toPicture(new DataView(await content.arrayBuffer()));
  if (picture === undefined || picture.width * picture.height > POINTS_MAX) return undefined;
  try {
    const bitmap = await createImageBitmap(new Blob([content], { type: picture.type }));
    const scale = Math.min(1, SIDE_MAX / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return await canvas.convertToBlob({ type: picture.type, quality: 0.9 });
  } catch {
    return undefined;
  }
};

/** Type and size by the first bytes (PNG section 11.2.2, WebP container, JPEG frame headers); undefined for all else. */
export const toPicture = (view: DataView): Picture | undefined => toPng(view) ?? toWebp(view) ?? toJpeg(view);

const toText = (view: DataView, start: number, length: number): string =>
  view.byteLength < start + length
    ? ''
    : Array.from({ length }, (_, at) => String.fromCharCode(view.getUint8(start + at))).join('');

const toPng = (view: DataView): Picture | undefined =>
  toText(view, 1, 3) === 'PNG' && toText(view, 12, 4) === 'IHDR' && view.byteLength >= 24
    ? { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;

const toWebp = (view: DataView): Picture | undefined => {
  if (toText(view, 0, 4) !== 'RIFF' || toText(view, 8, 4) !== 'WEBP' || view.byteLength < 30)
    return undefined;
  const size = (width: number, height: number): Picture => ({ type: 'image/webp', width, height });
  switch (toText(view, 12, 4)) {
    case 'VP8 ':
      return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return size(
        (view.getUint32(24, true) & 0xff_ffff) + 1,
        (view.getUint16(27, true) | (view.getUint8(29) << 16)) + 1,
      );
    default:
      return undefined;
  }
};

const toJpeg = (view: DataView): Picture | undefined => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Start of a frame; C4, C8 and CC lie between them and are none.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
};
