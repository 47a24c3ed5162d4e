import { messages } from './catalogue.ts';
import { list } from './format.ts';

const texts = messages({
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  noDate: { de: 'Keiner der Termine', en: 'None of the dates' },
  noPlace: { de: 'Nicht eingetragen', en: 'Not signed up' },
});

interface Form {
  readonly type: 'yes-no' | 'one-of' | 'dates' | 'sign-up';
  readonly options: readonly { readonly label: string }[];
}

/** The name of an option; Ja and Nein are named by the screen. */
export const toOptionLabel = (form: Form, index: number): string => {
  if (form.type === 'yes-no') return index === 0 ? texts.yes() : texts.no();
  return form.options[index]?.label ?? '';
};

/** An answer in words: "Mittwoch", "Montag und Freitag", "Keiner der Termine". */
export const toAnswerWords = (form: Form, answer: readonly number[]): string => {
  if (answer.length === 0) return form.type === 'sign-up' ? texts.noPlace() : texts.noDate();
  return list(answer.map((index) => toOptionLabel(form, index)));
};
