import { z } from 'zod';
import { abstentionSchema, majoritySchema, quorumSchema, ruleSchema, tieSchema } from './rule-set.ts';

/** The part of a rule set that decides a vote, as somebody writes it by hand to check a result. */
export const decidingRulesSchema = z.object({
  quorum: ruleSchema(quorumSchema),
  majority: ruleSchema(majoritySchema),
  abstention: ruleSchema(abstentionSchema),
  tie: ruleSchema(tieSchema),
});
