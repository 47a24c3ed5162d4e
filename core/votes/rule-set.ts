import { z } from 'zod';
import { landSchema } from '../kernel/calendar/public-holidays.ts';

/**
 * The rules of one kind of body in one Land, as data. The rules of the Länder contradict each other (a tie is a rejection
 * in one, the chair's decision in the next), so nothing that counts votes knows one by itself: it is told. Every rule
 * carries where it stands and whether somebody has read it there; what nobody has verified is never asserted on screen.
 */

/** A rule whose source was read. */
const verifiedRule = <Value extends z.ZodType>(value: Value) =>
  z.object({ verified: z.literal(true), value, citation: z.string().min(1).max(200) });

/** A rule without such a source: a setting of the school; `null` while nobody has decided it. */
const unverifiedRule = <Value extends z.ZodType>(value: Value) =>
  z.object({ verified: z.literal(false), value: value.nullable(), citation: z.string().max(200).nullable() });

export const ruleSchema = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('verified', [verifiedRule(value), unverifiedRule(value)]);

/** A rule with its source. Only a verified one has its value for certain. */
export type Rule<Value> =
  | { readonly verified: true; readonly value: Value; readonly citation: string }
  | { readonly verified: false; readonly value: Value | null; readonly citation: string | null };

/** A share as whole numbers, since a third is none in decimals: `numerator` of `denominator`. */
export const fractionSchema = z
  .object({ numerator: z.int().min(1).max(100), denominator: z.int().min(1).max(100) })
  .refine(({ numerator, denominator }) => numerator <= denominator)
  .readonly();
export type Fraction = z.infer<typeof fractionSchema>;

/** Of whom a share is reckoned: those entitled to vote, or all members. */
const quorumBaseSchema = z.enum(['entitled', 'members']);

/**
 * How many must be present. `strict` means more than the share, otherwise at least the share. `secondCall` says what
 * holds when the body is called a second time for the same item: the same rule, or any number is enough.
 */
export const quorumSchema = z
  .object({
    fraction: fractionSchema,
    strict: z.boolean(),
    base: quorumBaseSchema,
    /** Whether everybody must have been invited duly. */
    allInvited: z.boolean(),
    secondCall: z.enum(['same', 'any-number']),
  })
  .readonly();
export type Quorum = z.infer<typeof quorumSchema>;

/**
 * Of what a majority is reckoned: the valid votes for or against; those and the abstentions; those present; all who are
 * entitled. The base alone says what is counted (D29).
 */
export const majorityBaseSchema = z.enum(['cast', 'cast-and-abstained', 'present', 'entitled']);
export type MajorityBase = z.infer<typeof majorityBaseSchema>;

/** How much of the base is needed: more for than against, more than half, a share of it, or all. */
export const thresholdSchema = z.enum(['simple', 'absolute', 'two-thirds', 'three-quarters', 'unanimous']);
export type Threshold = z.infer<typeof thresholdSchema>;

export const majoritySchema = z.object({ base: majorityBaseSchema, threshold: thresholdSchema }).readonly();
export type Majority = z.infer<typeof majoritySchema>;

export const abstentionSchema = z.enum(['allowed', 'forbidden']);
export type Abstention = z.infer<typeof abstentionSchema>;

export const tieSchema = z.enum(['rejected', 'chair-decides', 'repeat']);
export type Tie = z.infer<typeof tieSchema>;

/** Who makes a vote secret: nobody, the chair, or a share of the entitled persons present. */
export const secrecySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }).readonly(),
  z.object({ kind: z.literal('chair') }).readonly(),
  z.object({ kind: z.literal('on-demand'), fraction: fractionSchema }).readonly(),
]);
export type Secrecy = z.infer<typeof secrecySchema>;

/** A majority of one side that some matters need beside the body's own. */
export const secondMajoritySchema = z.enum(['none', 'teachers', 'parents', 'pupils']);
export type SecondMajority = z.infer<typeof secondMajoritySchema>;

/** What puts an item on the agenda after the invitation. */
export const lateItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }).readonly(),
  z.object({ kind: z.literal('simple-majority') }).readonly(),
  /** Consent of a share of those present, or of the chair. */
  z.object({ kind: z.literal('consent'), fraction: fractionSchema, orChair: z.boolean() }).readonly(),
]);
export type LateItem = z.infer<typeof lateItemSchema>;

/** A period before or after a day: calendar days, or days on which lessons are taught. */
export const periodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).readonly(),
  z.object({ kind: z.literal('days'), count: z.int().min(1).max(400) }).readonly(),
  z.object({ kind: z.literal('teaching-days'), count: z.int().min(1).max(400) }).readonly(),
]);
export type Period = z.infer<typeof periodSchema>;

/** Whose signature minutes need. */
export const signerSchema = z.enum(['minute-taker', 'chair', 'head']);
export type Signer = z.infer<typeof signerSchema>;

/** What a body is, across the Länder. `staff`: all teachers; `school`: with parents and pupils. */
export const bodyKindSchema = z.enum([
  'staff',
  'class',
  'year',
  'subject',
  'division',
  'school-type',
  'stage',
  'school',
]);
export type BodyKind = z.infer<typeof bodyKindSchema>;

/** `bw-staff`: the Land and the kind of body; what a group of the type `body` names. */
export const ruleSetIdSchema = z
  .string()
  .regex(/^[a-z]{2}-[a-z]+(-[a-z]+)*$/)
  .max(40);

export const ruleSetSchema = z
  .object({
    id: ruleSetIdSchema,
    land: landSchema,
    body: bodyKindSchema,
    /** What the body is usually called there. */
    name: z.string().min(1).max(80),
    /** The statute the citations belong to, as a result names it. */
    law: z.string().min(1).max(200).nullable(),
    quorum: ruleSchema(quorumSchema),
    majority: ruleSchema(majoritySchema),
    abstention: ruleSchema(abstentionSchema),
    tie: ruleSchema(tieSchema),
    secrecy: ruleSchema(secrecySchema),
    /** Whether somebody may vote for somebody else. */
    proxy: ruleSchema(z.boolean()),
    /** Whether members have elected deputies, which is not voting by proxy. */
    deputies: ruleSchema(z.boolean()),
    secondMajority: ruleSchema(secondMajoritySchema),
    lateItems: ruleSchema(lateItemSchema),
    invitation: ruleSchema(periodSchema),
    /** Sessions in a school year, at least. */
    sessions: ruleSchema(z.int().min(0).max(52)),
    /** Within which period the head (or chair) must call the body again to object to a resolution. */
    objection: ruleSchema(periodSchema),
    /** Whether resolutions may be passed by circulation. */
    circulation: ruleSchema(z.boolean()),
    minutes: z
      .object({
        signers: ruleSchema(z.array(signerSchema).max(3).readonly()),
        objections: ruleSchema(periodSchema),
        keepYears: ruleSchema(z.int().min(1).max(100)),
      })
      .readonly(),
  })
  .readonly();

export type RuleSet = z.infer<typeof ruleSetSchema>;
