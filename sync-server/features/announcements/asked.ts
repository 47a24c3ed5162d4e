import type { Announcement, Receipt, Status, Totals } from '#core/announcements/announcement.ts';
import { toReceiptId, toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { createReceipt, isWaiting, toAskedPersons } from '#core/announcements/rules.ts';
import type { Group } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { placeReceipt, placeStatus, placeTotals } from './placement.ts';

/**
 * Asks everybody at the moment of publishing: a receipt for each, and for the author who is missing and what was
 * answered. The list is frozen here (D6).
 */
export const askEverybody = async (
  stage: Stage,
  announcement: Announcement,
  groups: readonly Group[],
): Promise<void> => {
  const { acknowledgement, form } = announcement;
  if (acknowledgement === undefined && form === undefined) return;
  const asked = toAskedPersons(announcement, groups);
  for (const person of asked) {
    const receipt = createReceipt(announcement, person.id, { acknowledgement: true, response: true });
    await stage.put(receipt, placeReceipt(person.id));
  }
  await stage.put(createStatus(announcement, asked), placeStatus(announcement));
  if (form !== undefined) {
    await stage.put(createTotals(announcement, asked.length), placeTotals(announcement));
  }
};

/** A receipt with the person it belongs to. */
export interface HeldReceipt {
  readonly personId: Id;
  readonly receipt: Receipt;
}

/** All receipts of an announcement. Their ids follow from the persons', so no index is needed. */
export const loadReceipts = async (stage: Stage, announcementId: Id): Promise<readonly HeldReceipt[]> => {
  const persons = await stage.transaction.all<{ id: Id }>('select id from person order by id');
  const holders = new Map(persons.map(({ id }) => [toReceiptId(announcementId, id), id]));
  const receipts = await stage.loadAll('receipt', [...holders.keys()]);
  return receipts.flatMap((receipt) => {
    const personId = holders.get(receipt.id);
    return personId === undefined ? [] : [{ personId, receipt }];
  });
};

/** Takes a person off the list of who is missing, once nothing is wanted of them any more. */
export const dropMissing = async (
  stage: Stage,
  announcement: Announcement,
  personId: Id,
  change: (status: Status) => Status = (status) => status,
): Promise<void> => {
  const status = await stage.load('status', toStatusId(announcement.id));
  if (status === undefined || !status.missing.some((person) => person.id === personId)) return;
  const missing = status.missing.filter((person) => person.id !== personId);
  await stage.put(change({ ...status, missing }), placeStatus(announcement));
};

/** The names behind receipts that lack their acknowledgement or answer, in the order of the directory. */
export const toMissing = async (
  stage: Stage,
  receipts: readonly HeldReceipt[],
): Promise<readonly PersonName[]> => {
  const lacking = receipts.filter(({ receipt }) => isWaiting(receipt));
  const persons = await stage.loadAll(
    'person',
    lacking.map(({ personId }) => personId),
  );
  return persons
    .map(({ id, shortCode, firstName, lastName }) => ({ id, shortCode, firstName, lastName }))
    .sort(
      (left, right) =>
        left.lastName.localeCompare(right.lastName, 'de') ||
        left.firstName.localeCompare(right.firstName, 'de'),
    );
};

const createStatus = (announcement: Announcement, asked: readonly PersonName[]): Status => ({
  id: toStatusId(announcement.id),
  kind: 'status',
  rev: 0,
  inv: announcement.inv,
  announcementId: announcement.id,
  asked: asked.length,
  missing: [...asked],
});

const createTotals = (announcement: Announcement, asked: number): Totals => ({
  id: toTotalsId(announcement.id),
  kind: 'totals',
  rev: 0,
  inv: announcement.inv,
  announcementId: announcement.id,
  asked,
  answered: 0,
  options: (announcement.form?.options ?? []).map(() => ({ names: [] })),
  none: [],
});
