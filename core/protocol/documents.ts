import { z } from 'zod';
import { deviceApprovalSchema, deviceSchema } from '../admin/device.ts';
import { rightsNoticeSchema } from '../admin/rights-notice.ts';
import { slipSchema } from '../admin/slip.ts';
import {
  announcementSchema,
  receiptSchema,
  statusSchema,
  threadSchema,
  totalsSchema,
} from '../announcements/announcement.ts';
import { personSchema } from '../directory/person.ts';
import { schoolSchema } from '../directory/school.ts';
import { groupSchema } from '../groups/group.ts';
import type { Id } from '../kernel/id.ts';
import { agendaItemSchema, conferenceSchema, motionSchema } from '../meetings/conference.ts';
import { attendanceSchema, resolutionSchema } from '../meetings/outcome.ts';
import { voteRecordSchema } from '../votes/vote-record.ts';

/** Every kind of document that is replicated. */
export const documentSchema = z.discriminatedUnion('kind', [
  schoolSchema,
  personSchema,
  groupSchema,
  announcementSchema,
  receiptSchema,
  statusSchema,
  totalsSchema,
  threadSchema,
  rightsNoticeSchema,
  deviceSchema,
  deviceApprovalSchema,
  slipSchema,
  conferenceSchema,
  agendaItemSchema,
  motionSchema,
  resolutionSchema,
  attendanceSchema,
  voteRecordSchema,
]);

export type Document = z.infer<typeof documentSchema>;
export type DocumentKind = Document['kind'];
export type DocumentOf<Kind extends DocumentKind> = Extract<Document, { kind: Kind }>;

/** What is left of a document its reader may no longer read: the id and the indexed fields. */
export interface Stub {
  readonly id: Id | '~';
  readonly kind: '';
  readonly inv: 0;
  readonly rev: 0;
  readonly _deleted: true;
}

/** A document or a stub, as pull and live carry it. */
export type FeedRow = (Document & { readonly _deleted?: false }) | Stub;
