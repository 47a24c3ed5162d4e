/** What a person finds this device by until they choose a name: the system it runs on, nothing that tells it from others. */
export const toDeviceName = (userAgent: string): string | undefined => {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined || browser === undefined ? system : `${system}, ${browser}`;
};

/** The first that fits; tablets and telephones name a desktop system as well. */
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/iPad/u, 'iPad'],
  [/iPhone/u, 'iPhone'],
  [/Android/u, 'Android'],
  [/CrOS/u, 'Chromebook'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'Mac'],
  [/Linux/u, 'Linux'],
];
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Electron/u, 'Umlauf'],
  [/Edg\//u, 'Edge'],
  [/Firefox\//u, 'Firefox'],
  [/Chrom(?:e|ium)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];
