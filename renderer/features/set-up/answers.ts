import { z } from 'zod';
import { certificateWaySchema } from '#core/admin/reach.ts';
import { administratorRoleSchema, setUpPlanSchema } from '#core/admin/set-up.ts';
import { landSchema, type Land } from '#core/kernel/calendar/public-holidays.ts';
import { toProposedBodies, type SchoolForm } from '#core/votes/rule-sets/rule-sets.ts';

/** What the assistant asks, one decision on each screen, in this order. */
export const STEPS = [
  'school',
  'bodies',
  'holidays',
  'administrators',
  'addresses',
  'certificate',
  'envelope',
] as const;
export type Step = (typeof STEPS)[number];

export const SCHOOL_FORMS: readonly SchoolForm[] = ['secondary', 'primary', 'vocational', 'combined'];

const administrator = z.object({
  firstName: z.string(),
  lastName: z.string(),
  shortCode: z.string(),
  role: administratorRoleSchema,
});

/** What was typed so far, right or not; no secret is part of it, since it survives a reload of the tab on disk. */
const answersSchema = z.object({
  name: z.string(),
  land: landSchema.optional(),
  form: z.enum(['primary', 'secondary', 'vocational', 'combined']),
  /** For which Land and form the bodies were proposed. */
  proposedFor: z.string(),
  bodies: z.array(z.object({ name: z.string(), ruleSet: z.string().optional(), wanted: z.boolean() })),
  holidays: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  first: administrator,
  second: administrator,
  hosts: z.array(z.object({ host: z.string(), wanted: z.boolean() })),
  /** Further names and addresses, separated by commas. */
  otherHosts: z.string(),
  publicAddress: z.string(),
  certificate: certificateWaySchema,
  /** From where the proxy connects; several separated by commas. */
  proxies: z.string(),
});
export type Answers = z.infer<typeof answersSchema>;
export type AdministratorAnswer = Answers['first'];

export const createAnswers = (): Answers => ({
  name: '',
  land: undefined,
  form: 'secondary',
  proposedFor: '',
  bodies: [],
  holidays: [],
  first: { firstName: '', lastName: '', shortCode: '', role: 'teacher' },
  second: { firstName: '', lastName: '', shortCode: '', role: 'teacher' },
  hosts: [],
  otherHosts: '',
  publicAddress: '',
  certificate: 'own',
  proxies: '127.0.0.1',
});

/** Proposes the bodies of a Land and form of school; what was ticked for the same ones before stays. */
export const proposeBodies = (answers: Answers, land: Land): void => {
  const key = `${land} ${answers.form}`;
  if (answers.proposedFor === key) return;
  answers.proposedFor = key;
  answers.bodies = toProposedBodies(land, answers.form).map(({ name, ruleSet, usual }) => ({
    name,
    wanted: usual,
    ...(ruleSet === undefined ? {} : { ruleSet }),
  }));
};

/** Proposes where the server was found; what was ticked before stays. */
export const proposeHosts = (answers: Answers, hosts: readonly string[]): void => {
  const known = new Set(answers.hosts.map(({ host }) => host));
  answers.hosts = [
    ...answers.hosts,
    ...hosts.filter((host) => !known.has(host)).map((host) => ({ host, wanted: true })),
  ];
};

/** The hosts that were ticked and typed. */
export const toHosts = ({ hosts, otherHosts }: Answers): readonly string[] => [
  ...hosts.filter(({ wanted }) => wanted).map(({ host }) => host),
  ...toList(otherHosts),
];

/** The addresses of the proxy; none where there is none. */
export const toProxies = ({ certificate, proxies }: Answers): readonly string[] =>
  certificate === 'proxy' ? toList(proxies) : [];

const toList = (typed: string): readonly string[] => typed.split(/[\s,;]+/u).filter((part) => part !== '');

/** The plan that the answers make, judged as the server judges it. */
export const toPlan = (answers: Answers): z.ZodSafeParseResult<z.infer<typeof setUpPlanSchema>> =>
  setUpPlanSchema.safeParse({
    name: answers.name,
    land: answers.land,
    bodies: answers.bodies
      .filter(({ wanted }) => wanted)
      .map(({ name, ruleSet }) => ({ name, ...(ruleSet === undefined ? {} : { ruleSet }) })),
    holidays: answers.holidays,
    first: answers.first,
    second: answers.second,
    reach: {
      hosts: toHosts(answers),
      certificate: answers.certificate,
      ...(toProxies(answers).length === 0 ? {} : { proxies: toProxies(answers) }),
      ...(answers.publicAddress.trim() === '' ? {} : { publicAddress: answers.publicAddress }),
    },
  });

const keptSchema = z.object({ step: z.int().min(0), answers: answersSchema });
const KEY = 'umlauf.set-up';

/** Keeps the answers for this tab until it is closed; a storage that is full or forbidden costs only that. */
export const keepAnswers = (step: number, answers: Answers): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ step, answers }));
  } catch {
    return;
  }
};

/** What this tab had kept, or undefined. */
export const readAnswers = (): z.infer<typeof keptSchema> | undefined => {
  try {
    const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? ''));
    return kept.success ? kept.data : undefined;
  } catch {
    return undefined;
  }
};

/** Once the school is there nothing of it stays in the tab. */
export const forgetAnswers = (): void => {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
};
