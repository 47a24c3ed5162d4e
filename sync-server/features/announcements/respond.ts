import type { Announcement, Receipt, Totals } from '#core/announcements/announcement.ts';
import type { Form } from '#core/announcements/form.ts';
import { toReceiptId, toTotalsId } from '#core/announcements/ids.ts';
import { answer, createReceipt, isExpired, isWaiting } from '#core/announcements/rules.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { dropMissing } from './asked.ts';
import { toDeadline } from './deadline.ts';
import { placeReceipt, placeTotals } from './placement.ts';

/** Answers a form. Places are given here, in the order in which the server hears of it (D6). */
export const respond: Handler<CommandArgs<'respond'>> = async (scene, args) => {
  const announcement = await scene.load('announcement', args.announcementId);
  if (announcement === undefined || !(await scene.isReadable(announcement.id))) return refused('not-found');
  if (announcement.state === 'withdrawn') return refused('withdrawn');
  const totals = await scene.load('totals', toTotalsId(announcement.id));
  if (announcement.form === undefined || totals === undefined) return refused('not-found');
  if (isExpired(announcement, scene.now)) return refused('too-late');
  const { form } = announcement;
  const { zone } = await scene.school();
  const before =
    (await scene.load('receipt', toReceiptId(announcement.id, scene.me.id))) ??
    joinLater(announcement, scene.me);
  const others = totals.options.map((option) => option.names.filter((person) => person.id !== scene.me.id));
  const outcome = answer(before, form, args, {
    now: scene.now,
    deadline: form.deadline === undefined ? undefined : toDeadline(form.deadline, zone),
    taken: others.map((names) => names.length),
  });
  if (!outcome.ok) return refused(outcome.refusal);
  if (isSameAnswer(before, outcome.value)) return STORED;
  await scene.put(outcome.value, placeReceipt(scene.me.id));
  await scene.put(
    countAnswer(totals, before, { form, chosen: args.answer, person: scene.me }),
    placeTotals(announcement),
  );
  if (!isWaiting(outcome.value)) await dropMissing(scene, announcement, scene.me.id);
  return STORED;
};

/** Somebody who joined after publishing may answer, but nothing is asked of them. */
const joinLater = (announcement: Announcement, person: PersonName): Receipt =>
  createReceipt(announcement, person.id, { acknowledgement: false, response: false });

const isSameAnswer = (before: Receipt, after: Receipt): boolean =>
  before.response !== undefined &&
  JSON.stringify(before.response.answer) === JSON.stringify(after.response?.answer);

const countAnswer = (
  totals: Totals,
  before: Receipt,
  given: { readonly form: Form; readonly chosen: readonly number[]; readonly person: PersonName },
): Totals => {
  const { chosen, person } = given;
  const isFirst = before.response === undefined;
  // Who answers without having been asked counts on both sides, so that "43 of 42" never stands there.
  const isUnasked = isFirst && before.responseAsked === undefined;
  return {
    ...totals,
    asked: totals.asked + (isUnasked ? 1 : 0),
    answered: totals.answered + (isFirst ? 1 : 0),
    options: totals.options.map((option, index) => {
      const others = option.names.filter((name) => name.id !== person.id);
      return { names: chosen.includes(index) ? [...others, person] : others };
    }),
    none: countNone(totals, given),
  };
};

/** The groups read a sign-up list: nobody's refusal is shown to them. */
const countNone = (
  totals: Totals,
  { form, chosen, person }: Parameters<typeof countAnswer>[2],
): Totals['none'] => {
  if (form.type === 'sign-up') return [];
  const others = totals.none.filter((name) => name.id !== person.id);
  return chosen.length === 0 ? [...others, person] : others;
};
