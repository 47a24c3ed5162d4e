import type { Actor } from '../access/actor.ts';
import { ADMINISTRATION_BUCKET, STAFF_BUCKET, toReadableBuckets } from '../access/bucket.ts';
import type { GroupFunction, Role } from '../access/roles.ts';
import type { Announcement } from '../announcements/announcement.ts';
import * as announcementCommands from '../announcements/commands.ts';
import { mayAnnounceTo, mayEdit, mayMarkUrgent, mayRead, mayRemind } from '../announcements/policy.ts';
import * as directoryCommands from '../directory/commands.ts';
import { mayEditPeople } from '../directory/policy.ts';
import type { School } from '../directory/school.ts';
import * as groupCommands from '../groups/commands.ts';
import type { GroupType } from '../groups/group.ts';
import { mayCreateGroup, mayLeave, mayManageMembers, maySetDevices } from '../groups/policy.ts';
import * as meetingCommands from '../meetings/commands.ts';
import type { Conference } from '../meetings/conference.ts';
import { mayAttend, mayLead, mayPlan, mayReadItem, maySubmitMotion } from '../meetings/policy.ts';
import { createId, type Id } from '../kernel/id.ts';
import { leads, mayKeepRoll, mayOpen, mayTakeChair } from '../meetings/live/policy.ts';
import * as resolutionCommands from '../meetings/resolution-commands.ts';
import { mayKeepResolution, mayObject } from '../meetings/resolution-policy.ts';
import { CHAIR_ACTS, OPENING_ACTS, PART_ACTS, ROLL_ACTS, TAKING_ACTS } from './sitting-acts.ts';
import * as adminCommands from './commands.ts';
import * as deviceCommands from './device-commands.ts';
import { mayApproveDevices, mayRevokeDevice } from './device-rules.ts';
import * as slipCommands from './slip-commands.ts';
import { mayHandOverTo, mayIssueTo } from './slip-policy.ts';
import { maySetAdministrator, maySetRole, maySetSchool, maySetStaffCouncil } from './policy.ts';

/** The columns: every role, and both flags, each carried by a teacher. */
export const RIGHTS_COLUMNS = [
  'teacher',
  'leadership',
  'office',
  'parent-representative',
  'guest',
  'administrator',
  'staff-council',
] as const;
export type RightsColumn = (typeof RIGHTS_COLUMNS)[number];

type Settings = Pick<School, 'teachersReachAllStaff'>;

interface Act {
  /** The commands this row speaks of; none where it is about reading. */
  readonly commands: readonly { readonly name: string }[];
  readonly may: (column: RightsColumn, settings: Settings) => boolean;
}

const toFixedId = (byte: number): Id => createId({ bytes: (length) => new Uint8Array(length).fill(byte) });
const ME = toFixedId(1);
const SOMEBODY = toFixedId(2);
const GROUP = toFixedId(3);

const toRole = (column: RightsColumn): Role =>
  column === 'administrator' || column === 'staff-council' ? 'teacher' : column;

/** Somebody of this column who has this place in the group, or none. */
const as = (column: RightsColumn, place?: GroupFunction): Actor => ({
  personId: ME,
  role: toRole(column),
  administrator: column === 'administrator',
  memberships:
    place === undefined ? [] : [{ groupId: GROUP, function: place, votingStatus: 'entitled' as const }],
});

const group = (type: GroupType) => ({ id: GROUP, type });
const name = (id: Id) => ({ id, shortCode: '', firstName: '', lastName: '' });
const announcement = (author: Id): Pick<Announcement, 'author' | 'groups' | 'state'> => ({
  author: name(author),
  groups: [{ id: GROUP, name: '' }],
  state: 'published',
});

const { announce, editAnnouncement, withdrawAnnouncement, acknowledge, respond, askSender, remind } =
  announcementCommands;
const { createGroup, renameGroup, setMember, removeMember, setGroupDevices } = groupCommands;
const { approveDevice, revokeDevice, nameDevice } = deviceCommands;
const { setSchool, setHolidays, setRole, setFlags } = adminCommands;
const { planConference, editConference, cancelConference, addItem, editItem, removeItem, orderItems } =
  meetingCommands;
const { invite, settleMotion, submitMotion, withdrawMotion } = meetingCommands;
const { issueSlips, handOverSlips, voidSlip } = slipCommands;

/** Somebody else's conference of the group; the chair of the sitting is `chair`. */
const conference = (
  chair: Id,
): Pick<Conference, 'body' | 'chair' | 'plannedBy' | 'guests' | 'state' | 'invitation'> => ({
  body: { id: GROUP, name: '' },
  chair: name(chair),
  plannedBy: name(SOMEBODY),
  guests: [],
  state: 'planned',
});
const leading = [
  editConference,
  cancelConference,
  addItem,
  editItem,
  removeItem,
  orderItems,
  invite,
  settleMotion,
];
const { setResolution, settleObjection, objectToResolution } = resolutionCommands;

/** A resolution of the group, from a sitting of this chair. */
const resolution = (chair: Id) => ({
  body: { id: GROUP, name: '' },
  chair: name(chair),
  minuteTaker: undefined,
});

/** Whom a slip is for: a colleague without any flag, or one whose reset takes two. */
const colleague = { id: SOMEBODY, role: 'teacher', administrator: false, staffCouncil: false } as const;
const guarded = { ...colleague, administrator: true } as const;

/**
 * What can be done at the school, row by row, each answered by the very policy that decides it (R7). A command that stands
 * in no row turns a test red. To add one: a row here, its words in `renderer/i18n/rights.ts`.
 */
const acts = {
  'read-own-groups': {
    commands: [],
    may: (column) => mayRead(as(column, 'member'), announcement(SOMEBODY)),
  },
  'read-other-groups': { commands: [], may: (column) => mayRead(as(column), announcement(SOMEBODY)) },
  'answer-own-groups': {
    commands: [acknowledge, respond, askSender],
    may: (column) => mayRead(as(column, 'member'), announcement(SOMEBODY)),
  },
  'announce-own-group': {
    commands: [announce],
    may: (column, settings) => mayAnnounceTo(as(column, 'member'), group('subject'), settings),
  },
  'announce-chaired-group': {
    commands: [announce],
    may: (column, settings) => mayAnnounceTo(as(column, 'chair'), group('subject'), settings),
  },
  'announce-all-staff': {
    commands: [announce],
    may: (column, settings) => mayAnnounceTo(as(column, 'member'), group('staff'), settings),
  },
  'announce-other-group': {
    commands: [announce],
    may: (column, settings) => mayAnnounceTo(as(column), group('subject'), settings),
  },
  'announce-urgent': { commands: [announce], may: (column) => mayMarkUrgent(as(column)) },
  'edit-own': {
    commands: [editAnnouncement, withdrawAnnouncement],
    may: (column) => mayEdit(as(column), announcement(ME)),
  },
  'edit-chaired': {
    commands: [editAnnouncement, withdrawAnnouncement],
    may: (column) => mayEdit(as(column, 'chair'), announcement(SOMEBODY)),
  },
  'edit-others': {
    commands: [editAnnouncement, withdrawAnnouncement],
    may: (column) => mayEdit(as(column, 'member'), announcement(SOMEBODY)),
  },
  'remind-own': { commands: [remind], may: (column) => mayRemind(as(column), announcement(ME)) },
  'remind-others': {
    commands: [remind],
    may: (column) => mayRemind(as(column, 'chair'), announcement(SOMEBODY)),
  },
  'read-directory': {
    commands: [],
    may: (column) => toReadableBuckets(as(column)).includes(STAFF_BUCKET),
  },
  'edit-people': {
    commands: [directoryCommands.importStaff, directoryCommands.addPerson, directoryCommands.editPerson],
    may: (column) => mayEditPeople(as(column)),
  },
  'create-group': { commands: [createGroup], may: (column) => mayCreateGroup(as(column)) },
  'manage-chaired-group': {
    commands: [renameGroup, setMember, removeMember],
    may: (column) => mayManageMembers(as(column, 'chair'), GROUP),
  },
  'manage-other-group': {
    commands: [renameGroup, setMember, removeMember],
    may: (column) => mayManageMembers(as(column), GROUP),
  },
  'leave-group': {
    commands: [removeMember],
    may: (column) => mayLeave(as(column, 'member'), group('subject')),
  },
  'leave-staff': {
    commands: [removeMember],
    may: (column) => mayLeave(as(column, 'member'), group('staff')),
  },
  'see-administration': {
    commands: [],
    may: (column) => toReadableBuckets(as(column)).includes(ADMINISTRATION_BUCKET),
  },
  'set-school': { commands: [setSchool, setHolidays], may: (column) => maySetSchool(as(column)) },
  'set-role': { commands: [setRole], may: (column) => maySetRole(as(column), SOMEBODY) },
  'set-own-role': { commands: [setRole], may: (column) => maySetRole(as(column), ME) },
  'set-administrator': {
    commands: [setFlags],
    may: (column) => maySetAdministrator(as(column), SOMEBODY, true),
  },
  'set-own-administrator': {
    commands: [setFlags],
    may: (column) => maySetAdministrator(as(column), ME, true),
  },
  'set-staff-council': {
    commands: [setFlags],
    may: (column) => maySetStaffCouncil(as(column), SOMEBODY, true),
  },
  'issue-slips': {
    commands: [issueSlips, voidSlip],
    may: (column) => mayIssueTo(as(column), colleague, true),
  },
  'reset-oneself': {
    commands: [issueSlips],
    may: (column) => mayIssueTo(as(column), { id: ME }, true),
  },
  'hand-over-slips': {
    commands: [handOverSlips],
    may: (column) => mayHandOverTo(as(column), colleague, { reset: true, issuedBy: ME }),
  },
  'reset-guarded-alone': {
    commands: [handOverSlips],
    may: (column) => mayHandOverTo(as(column), guarded, { reset: true, issuedBy: ME }),
  },
  'reset-guarded-by-two': {
    commands: [handOverSlips],
    may: (column) => mayHandOverTo(as(column), guarded, { reset: true, issuedBy: SOMEBODY }),
  },
  'plan-chaired-body': {
    commands: [planConference, ...leading],
    may: (column) => mayPlan(as(column, 'chair'), GROUP),
  },
  'plan-other-body': { commands: [planConference], may: (column) => mayPlan(as(column), GROUP) },
  'lead-own-sitting': {
    commands: leading,
    may: (column) => mayLead(as(column, 'member'), conference(ME)),
  },
  'read-conference': { commands: [], may: (column) => mayAttend(as(column, 'member'), conference(SOMEBODY)) },
  'read-other-conference': { commands: [], may: (column) => mayAttend(as(column), conference(SOMEBODY)) },
  'read-restricted-item': {
    commands: [],
    may: (column) => mayReadItem(as(column, 'deputy'), { circle: [], guests: [] }, conference(SOMEBODY)),
  },
  'submit-motion': {
    commands: [submitMotion, withdrawMotion],
    may: (column) => maySubmitMotion(as(column, 'member'), GROUP),
  },
  'open-sitting': {
    commands: OPENING_ACTS,
    may: (column) => mayOpen(as(column, 'deputy'), conference(SOMEBODY)),
  },
  'lead-sitting': { commands: CHAIR_ACTS, may: (column) => leads(as(column), conference(ME)) },
  'lead-sitting-of-another': {
    commands: CHAIR_ACTS,
    may: (column) => leads(as(column), conference(SOMEBODY)),
  },
  'take-chair': { commands: TAKING_ACTS, may: (column) => mayTakeChair(as(column, 'deputy'), GROUP) },
  'take-chair-as-member': {
    commands: TAKING_ACTS,
    may: (column) => mayTakeChair(as(column, 'member'), GROUP),
  },
  'keep-roll': {
    commands: ROLL_ACTS,
    may: (column) => mayKeepRoll(as(column, 'member'), { ...conference(SOMEBODY), minuteTaker: name(ME) }),
  },
  'take-part': {
    commands: PART_ACTS,
    may: (column) => mayAttend(as(column, 'member'), conference(SOMEBODY)),
  },
  'keep-register': {
    commands: [setResolution, settleObjection],
    may: (column) => mayKeepResolution(as(column, 'member'), resolution(ME)),
  },
  'keep-register-chaired': {
    commands: [setResolution, settleObjection],
    may: (column) => mayKeepResolution(as(column, 'chair'), resolution(SOMEBODY)),
  },
  'keep-register-member': {
    commands: [setResolution, settleObjection],
    may: (column) => mayKeepResolution(as(column, 'member'), resolution(SOMEBODY)),
  },
  'object-to-resolution': {
    commands: [objectToResolution],
    may: (column) => mayObject(as(column, 'member')),
  },
  'set-group-devices': {
    commands: [setGroupDevices],
    may: (column) => maySetDevices(as(column)),
  },
  'approve-devices': {
    commands: [approveDevice],
    may: (column) => mayApproveDevices(as(column)),
  },
  'revoke-own-devices': {
    commands: [revokeDevice, nameDevice],
    may: (column) => mayRevokeDevice(as(column), ME),
  },
  'revoke-devices': {
    commands: [revokeDevice],
    may: (column) => mayRevokeDevice(as(column), SOMEBODY),
  },
} as const satisfies Readonly<Record<string, Act>>;

export type RightsAct = keyof typeof acts;

/** One row of the table: who may do it. */
export interface RightsRow {
  readonly act: RightsAct;
  readonly commands: readonly string[];
  readonly may: Readonly<Record<RightsColumn, boolean>>;
}

/** The whole table under the school's settings. */
export const toRightsMatrix = (settings: Settings): readonly RightsRow[] =>
  (Object.entries(acts) as [RightsAct, Act][]).map(([act, { commands, may }]) => ({
    act,
    commands: commands.map((command) => command.name),
    may: Object.fromEntries(RIGHTS_COLUMNS.map((column) => [column, may(column, settings)])) as Record<
      RightsColumn,
      boolean
    >,
  }));
