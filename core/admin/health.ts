import { z } from 'zod';
import { backupStatusSchema } from './backup-status.ts';

/** `GET /api/health`, for administrators: what the server finds about itself. Instants are UTC milliseconds of its clock. */
export const healthSchema = z.object({
  now: z.int(),
  /** The newest time in the school's data: a clock that shows less was set back. */
  latest: z.int(),
  port: z.int(),
  /** The server's own addresses in networks, and whether it answers there when it calls itself. */
  addresses: z.array(z.object({ address: z.string(), answers: z.boolean() })),
  /** When somebody last came from another machine, directly or by the proxy; since the server has been running. */
  lastFromNetwork: z.int().optional(),
  lastFromProxy: z.int().optional(),
  /** Whether the proxy has brought requests without saying from whom. */
  proxyHidesSenders: z.boolean(),
  certificate: z.object({
    way: z.enum(['none', 'own', 'uploaded']),
    until: z.int().optional(),
    isPubliclyTrusted: z.boolean(),
    /** SHA-256 of the own authority's certificate, as browsers show it. */
    fingerprint: z.string().optional(),
  }),
  /** The address of the proxy. */
  proxy: z.string().optional(),
  /** In bytes, where the school's data lie. */
  disk: z.object({ free: z.number(), total: z.number() }),
  backup: backupStatusSchema.pick({ good: true, last: true, hasKey: true, isRunning: true }),
});
export type Health = z.infer<typeof healthSchema>;

/** What is looked at, in the order of the page. */
export const HEALTH_CHECKS = ['network', 'outside', 'certificate', 'clock', 'disk', 'backup'] as const;
export type HealthCheck = (typeof HEALTH_CHECKS)[number];

/** How a check came out. The kinds are told in `renderer/i18n/health.ts`. */
export interface Finding {
  readonly check: HealthCheck;
  readonly level: 'good' | 'attention' | 'urgent';
  readonly kind:
    | 'reached'
    | 'never-reached'
    | 'no-answer'
    | 'only-here'
    | 'proxy-used'
    | 'proxy-unused'
    | 'proxy-hides'
    | 'no-way-outside'
    | 'certificate-own'
    | 'certificate-public'
    | 'certificate-private'
    | 'certificate-ends'
    | 'certificate-ended'
    | 'no-certificate'
    | 'clock-agrees'
    | 'clock-differs'
    | 'clock-back'
    | 'disk-room'
    | 'disk-low'
    | 'disk-full'
    | 'backup-fresh'
    | 'backup-old'
    | 'backup-none'
    | 'backup-no-key'
    | 'backup-failed';
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** An uploaded certificate is spoken of so long before its end: ordering a new one takes weeks at some municipalities. */
const SPEAK_OF_END = 30 * DAY;
/** The own one is renewed at 30 days; if it has not been at 20, something is wrong. */
const SPEAK_OF_OWN_END = 20 * DAY;
const CLOCK_TOLERANCE = 2 * MINUTE;
const GIGABYTE = 1_000_000_000;
/** The last night and the one before may have failed; then somebody should look. */
const BACKUP_AGE = 2.5 * DAY;

/** What the findings mean. `deviceNow` is the clock of the device that shows them: two clocks that agree are rarely both wrong. */
export const toFindings = (health: Health, deviceNow: number): readonly Finding[] => [
  { check: 'network', ...judgeNetwork(health) },
  { check: 'outside', ...judgeOutside(health) },
  { check: 'certificate', ...judgeCertificate(health) },
  { check: 'clock', ...judgeClock(health, deviceNow) },
  { check: 'disk', ...judgeDisk(health) },
  { check: 'backup', ...judgeBackup(health) },
];

type Judgement = Pick<Finding, 'level' | 'kind'>;

const judgeNetwork = ({ addresses, lastFromNetwork, certificate, proxy }: Health): Judgement => {
  if (lastFromNetwork !== undefined) return { level: 'good', kind: 'reached' };
  if (addresses.some(({ answers }) => answers)) return { level: 'attention', kind: 'never-reached' };
  const isMeant = certificate.way !== 'none' || proxy !== undefined;
  return isMeant ? { level: 'urgent', kind: 'no-answer' } : { level: 'attention', kind: 'only-here' };
};

const judgeOutside = ({ proxy, lastFromProxy, proxyHidesSenders }: Health): Judgement => {
  if (proxy === undefined) return { level: 'good', kind: 'no-way-outside' };
  if (proxyHidesSenders) return { level: 'attention', kind: 'proxy-hides' };
  return lastFromProxy === undefined
    ? { level: 'attention', kind: 'proxy-unused' }
    : { level: 'good', kind: 'proxy-used' };
};

const judgeCertificate = ({ certificate, proxy, now }: Health): Judgement => {
  const { way, until, isPubliclyTrusted } = certificate;
  if (way === 'none' || until === undefined) {
    return proxy === undefined
      ? { level: 'attention', kind: 'no-certificate' }
      : { level: 'good', kind: 'no-certificate' };
  }
  if (until <= now) return { level: 'urgent', kind: 'certificate-ended' };
  const early = way === 'own' ? SPEAK_OF_OWN_END : SPEAK_OF_END;
  if (until - now < early) return { level: 'attention', kind: 'certificate-ends' };
  if (way === 'own') return { level: 'good', kind: 'certificate-own' };
  return { level: 'good', kind: isPubliclyTrusted ? 'certificate-public' : 'certificate-private' };
};

const judgeClock = ({ now, latest }: Health, deviceNow: number): Judgement => {
  if (latest > now + CLOCK_TOLERANCE) return { level: 'urgent', kind: 'clock-back' };
  return Math.abs(now - deviceNow) > CLOCK_TOLERANCE
    ? { level: 'attention', kind: 'clock-differs' }
    : { level: 'good', kind: 'clock-agrees' };
};

const judgeDisk = ({ disk }: Health): Judgement => {
  if (disk.free < 0.5 * GIGABYTE) return { level: 'urgent', kind: 'disk-full' };
  return disk.free < 5 * GIGABYTE
    ? { level: 'attention', kind: 'disk-low' }
    : { level: 'good', kind: 'disk-room' };
};

const judgeBackup = ({ backup: { good, last, hasKey }, now }: Health): Judgement => {
  if (!hasKey) return { level: 'urgent', kind: 'backup-no-key' };
  if (last?.fault !== undefined) return { level: 'urgent', kind: 'backup-failed' };
  if (good === undefined) return { level: 'attention', kind: 'backup-none' };
  return now - good.madeAt > BACKUP_AGE
    ? { level: 'urgent', kind: 'backup-old' }
    : { level: 'good', kind: 'backup-fresh' };
};
