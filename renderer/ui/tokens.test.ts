import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
  .replace(/\s+/gu, ' ')
  .replaceAll('( ', '(')
  .replaceAll(' )', ')');

/** `oklch(L% C H)` to linear sRGB, clipped as a screen clips it (CSS Color 4, section 9.4). */
const toLinearRgb = (lightness: number, chroma: number, hue: number): readonly number[] => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
};

/** Relative luminance by WCAG 2.2. */
const luminance = (token: string, theme: Theme): number => {
  const line = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`, 'u').exec(
    css,
  );
  const [lightness, chroma, hue] = (line?.[theme === 'light' ? 1 : 2] ?? '')
    .split(' ')
    .map(Number.parseFloat);
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`no colour ${token}`);
  const [red = 0, green = 0, blue = 0] = toLinearRgb(lightness / 100, chroma, hue);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string, theme: Theme): number => {
  const [dark = 0, light = 0] = [luminance(one, theme), luminance(other, theme)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS = ['paper', 'raised', 'sunk', 'hover'];
const WASHES = ['accent-wash', 'amber-wash', 'brick-wash', 'moss-wash'];
const PAIRS_OF_TEXT = [
  ...['ink', 'ink-soft'].flatMap((text) => [...GROUNDS, ...WASHES].map((ground) => [text, ground] as const)),
  ...['accent', 'amber', 'brick', 'moss'].flatMap((text) =>
    [...GROUNDS, `${text}-wash`].map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent-fill'] as const,
  ['on-accent', 'accent-fill-strong'] as const,
  ['paper', 'ink'] as const,
];
const PAIRS_OF_MARKS = ['edge', 'accent', 'amber-mark', 'brick-mark', 'moss-mark'].flatMap((mark) =>
  ['paper', 'raised', 'sunk'].map((ground) => [mark, ground] as const),
);

describe.each(THEMES)('colours, %s', (theme) => {
  it.each(PAIRS_OF_TEXT)('text in %s on %s has a contrast of 7:1', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(7);
  });

  it.each(PAIRS_OF_MARKS)('an edge or mark in %s on %s has a contrast of 3:1', (mark, ground) => {
    expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
