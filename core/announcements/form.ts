import { z } from 'zod';
import { lineSchema } from '../kernel/text.ts';

/** A local date (`2026-11-25`, meaning its end) or a local wall time (`2026-11-25T09:00`) in the school's zone. */
export const deadlineSchema = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
export type Deadline = z.infer<typeof deadlineSchema>;

/** The kinds of response an author may ask for (R14). */
export const formTypeSchema = z.enum(['yes-no', 'one-of', 'dates', 'sign-up']);
export type FormType = z.infer<typeof formTypeSchema>;

export const formOptionSchema = z.object({
  label: lineSchema(120),
  /** How many may sign up; only on sign-up lists. Absent means without limit. */
  places: z.int().min(1).max(999).optional(),
});

/** A response form. `yes-no` has exactly the options Ja and Nein, which the screens name themselves. */
export const formSchema = z
  .object({
    type: formTypeSchema,
    question: lineSchema(200),
    options: z.array(formOptionSchema).min(2).max(30),
    deadline: deadlineSchema.optional(),
  })
  .refine((form) => form.type !== 'yes-no' || form.options.length === 2)
  .refine((form) => form.type === 'sign-up' || form.options.every((option) => option.places === undefined));
export type Form = z.infer<typeof formSchema>;

/** The chosen options by their index, ascending. */
export const answerSchema = z.array(z.int().min(0).max(29)).max(30);
export type Answer = z.infer<typeof answerSchema>;

/** Whether an answer fits the form: one choice for yes-no and one-of, any for dates, none or one place on a list. */
export const isAnswerTo = (form: Form, answer: Answer): boolean => {
  const sorted = answer.every((choice, index) => index === 0 || choice > (answer[index - 1] ?? -1));
  if (!sorted || answer.some((choice) => choice >= form.options.length)) return false;
  switch (form.type) {
    case 'yes-no':
    case 'one-of':
      return answer.length === 1;
    case 'dates':
      return true;
    case 'sign-up':
      return answer.length <= 1;
  }
};
