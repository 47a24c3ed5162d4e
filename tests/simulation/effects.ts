import type { Announcement, Receipt, Thread, Totals } from '#core/announcements/announcement.ts';
import { toReceiptId, toThreadId, toTotalsId } from '#core/announcements/ids.ts';
import type { Group } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import { isEmptyText } from '#core/kernel/rich-text.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import type { DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import type { Ledger } from './ledger.ts';
import type { Committed } from './observer.ts';

/** A stored command with what was written, in the order of the commits. */
type Done = {
  [Name in CommandName]: { readonly name: Name; readonly args: CommandArgs<Name>; readonly personId: Id };
}[CommandName];

/**
 * What the stored commands must have brought about, counted anew and told as faults: each of them once, none of them
 * less. It knows what commands mean, not how the server carries them out.
 */
export const toEffectFaults = (committed: Committed, ledger: Ledger): readonly string[] => {
  const done = toDone(committed, ledger);
  const of = <Name extends CommandName>(name: Name): readonly Extract<Done, { name: Name }>[] =>
    done.filter((command): command is Extract<Done, { name: Name }> => command.name === name);
  const find = <Kind extends DocumentKind>(kind: Kind, id: Id): DocumentOf<Kind> | undefined => {
    const found = committed.documents.get(id);
    return found !== undefined && isKind(found, kind) ? found : undefined;
  };
  return [
    ...of('announce').flatMap(({ args, personId }) => {
      const edits = of('edit-announcement').filter((edit) => edit.args.id === args.id);
      const isWithdrawn = of('withdraw-announcement').some((withdrawal) => withdrawal.args.id === args.id);
      return toAnnouncementFaults(find('announcement', args.id), { args, personId, edits, isWithdrawn });
    }),
    ...groupBy(of('ask-sender'), ({ args }) => toThreadId(args.announcementId, args.askerId)).flatMap(
      ([id, asked]) =>
        toThreadFaults(
          find('thread', id),
          asked.map(({ args }) => args.text),
        ),
    ),
    ...groupBy(of('acknowledge'), ({ args, personId }) => toReceiptId(args.announcementId, personId)).flatMap(
      ([id, acknowledged]) =>
        toAcknowledgementFaults(
          find('receipt', id),
          acknowledged.map(({ args }) => args.content),
        ),
    ),
    ...groupBy(of('respond'), ({ args, personId }) => toReceiptId(args.announcementId, personId)).flatMap(
      ([id, answers]) => toResponseFaults(find('receipt', id), answers.at(-1)?.args.answer ?? []),
    ),
    ...groupBy(of('rename-group'), ({ args }) => args.id).flatMap(([id, renamed]) =>
      find('group', id)?.name === renamed.at(-1)?.args.name ? [] : [`group ${id} has not its last name`],
    ),
    ...groupBy(of('set-group-devices'), ({ args }) => args.groupId).flatMap(([id, set]) =>
      (find('group', id)?.officialOnly === true) === set.at(-1)?.args.officialOnly
        ? []
        : [`group ${id} has forgotten on which devices it may lie`],
    ),
    ...[...committed.documents.values()].flatMap((document) => {
      switch (document.kind) {
        case 'group':
          return toMembershipFaults(document, committed, done);
        case 'totals':
          return toTotalsFaults(
            document,
            of('announce').find(({ args }) => args.id === document.announcementId)?.args,
            committed,
          );
        case 'status':
          return document.missing
            .filter(({ id }) => hasDone(find('receipt', toReceiptId(document.announcementId, id))))
            .map(({ lastName }) => `${lastName} has done everything and is missing all the same`);
        default:
          return [];
      }
    }),
  ];
};

const toDone = (committed: Committed, ledger: Ledger): readonly Done[] =>
  committed.log.flatMap(({ mid, name, personId, answer }) => {
    const entry = ledger.entries.get(mid);
    // What founded the school is in no ledger.
    if (answer.status !== 'stored' || entry === undefined) return [];
    return [{ name, args: entry.args, personId } as Done];
  });

const toAnnouncementFaults = (
  document: Announcement | undefined,
  expected: {
    readonly args: CommandArgs<'announce'>;
    readonly personId: Id;
    readonly edits: readonly { readonly args: CommandArgs<'edit-announcement'> }[];
    readonly isWithdrawn: boolean;
  },
): readonly string[] => {
  const { args, personId, edits, isWithdrawn } = expected;
  if (document === undefined) return [`announcement ${args.id} is gone`];
  const faults: string[] = [];
  if (document.author.id !== personId) faults.push('has another author');
  if (document.content !== 1 + edits.length)
    faults.push(`has content ${document.content} after ${edits.length} edits`);
  const last = edits.at(-1)?.args ?? args;
  if (isWithdrawn) {
    const isEmpty = isEmptyText(document.body) && document.history.length === 0;
    if (document.state !== 'withdrawn' || !isEmpty) faults.push('was withdrawn and still speaks');
  } else if (document.title !== last.title || JSON.stringify(document.body) !== JSON.stringify(last.body)) {
    faults.push('has not its last text');
  } else if (document.history.length !== Math.min(edits.length, 20)) faults.push('has lost its history');
  return faults.map((fault) => `announcement ${args.id} ${fault}`);
};

const toThreadFaults = (document: Thread | undefined, texts: readonly string[]): readonly string[] => {
  const written = (document?.messages ?? []).map(({ text }) => text);
  return JSON.stringify(written) === JSON.stringify(texts)
    ? []
    : [`a thread holds ${written.length} messages where ${texts.length} were stored`];
};

const toAcknowledgementFaults = (
  document: Receipt | undefined,
  contents: readonly number[],
): readonly string[] =>
  document?.acknowledged?.content === Math.max(...contents)
    ? []
    : ['an acknowledgement is not in its receipt'];

const toResponseFaults = (document: Receipt | undefined, answer: readonly number[]): readonly string[] =>
  // Who has left has no answer any more; the place is free for others.
  (document?.closed === true && document.response === undefined) ||
  JSON.stringify(document?.response?.answer) === JSON.stringify(answer)
    ? []
    : ['the last answer is not in its receipt'];

/** Told without the rule that it checks. */
const hasDone = (receipt: Receipt | undefined): boolean =>
  receipt !== undefined &&
  (receipt.asked === undefined || (receipt.acknowledged?.content ?? 0) >= receipt.asked.content) &&
  (receipt.responseAsked === undefined || receipt.response !== undefined);

/** The places of a list are never given twice, and the list says what the receipts say. */
const toTotalsFaults = (
  totals: Totals,
  announced: CommandArgs<'announce'> | undefined,
  { documents, persons }: Committed,
): readonly string[] => {
  if (announced?.form === undefined || totals.id !== toTotalsId(announced.id)) {
    return [`totals ${totals.id} belong to nothing`];
  }
  return announced.form.options.flatMap(({ places = Number.POSITIVE_INFINITY }, index) => {
    const named = (totals.options[index]?.names ?? []).map(({ id }) => id).sort();
    const chosen = [...persons.keys()]
      .filter((personId) => {
        const receipt = documents.get(toReceiptId(announced.id, personId));
        return receipt?.kind === 'receipt' && receipt.response?.answer.includes(index) === true;
      })
      .sort();
    return [
      ...(chosen.length > places ? [`PLACES ${chosen.length} of ${places} places are given`] : []),
      ...(named.join() === chosen.join() ? [] : ['a list says something else than its receipts']),
    ];
  });
};

/** The group's document, the table of rights and the commands tell the same members. */
const toMembershipFaults = (group: Group, committed: Committed, done: readonly Done[]): readonly string[] => {
  const shown = group.members.map(({ person, function: role }) => `${person.id}:${role}`).sort();
  const entitled = [...committed.persons.values()]
    .flatMap(({ id, memberships }) =>
      memberships
        .filter(({ groupId }) => groupId === group.id)
        .map((membership) => `${id}:${membership.function}`),
    )
    .sort();
  const last = new Map<Id, string | undefined>();
  for (const command of done) {
    if (command.name === 'set-member' && command.args.groupId === group.id)
      last.set(command.args.personId, command.args.function);
    if (command.name === 'remove-member' && command.args.groupId === group.id)
      last.set(command.args.personId, undefined);
  }
  const forgotten = [...last].filter(([personId, role]) =>
    role === undefined
      ? shown.some((member) => member.startsWith(personId))
      : !shown.includes(`${personId}:${role}`),
  );
  return [
    ...(shown.join() === entitled.join() ? [] : [`group ${group.id} shows others than may read it`]),
    ...forgotten.map(([personId]) => `group ${group.id} has forgotten what was decided about ${personId}`),
  ];
};

const isKind = <Kind extends DocumentKind>(
  document: { readonly kind: DocumentKind },
  kind: Kind,
): document is DocumentOf<Kind> => document.kind === kind;

const groupBy = <Item, Key>(items: readonly Item[], toKey: (item: Item) => Key): readonly [Key, Item[]][] => [
  ...Map.groupBy(items, toKey),
];
