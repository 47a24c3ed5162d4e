import type { AgendaItem, Motion } from '#core/meetings/conference.ts';
import type { Id } from '#core/kernel/id.ts';
import type { VoteRecord } from '#core/votes/vote-record.ts';
import type { Stage } from '../contract.ts';

/**
 * Remembers to which conference an item or a motion belongs, and at which revision it last got another content: a new place
 * on the agenda is no conflict for whoever edits the text meanwhile.
 */
export const keepPart = async (
  stage: Stage,
  part: AgendaItem | Motion | VoteRecord,
  contentRev: number,
): Promise<void> => {
  await stage.transaction.run(
    `insert into conference_part (document, conference, content_rev) values (?, ?, ?)
     on conflict (document) do update set content_rev = excluded.content_rev`,
    part.id,
    part.conferenceId,
    contentRev,
  );
};

/** The revision at which an item last got another content. */
export const findContentRev = async (stage: Stage, id: Id): Promise<number | undefined> =>
  (
    await stage.transaction.get<{ content_rev: number }>(
      'select content_rev from conference_part where document = ?',
      id,
    )
  )?.content_rev;

/** Forgets an item that was taken off. */
export const forgetPart = async (stage: Stage, id: Id): Promise<void> => {
  await stage.transaction.run('delete from conference_part where document = ?', id);
};

/** All items of a conference, the restricted ones included, in no order. */
export const loadItems = async (stage: Stage, conferenceId: Id): Promise<readonly AgendaItem[]> =>
  stage.loadAll('agenda-item', await findParts(stage, conferenceId));

/** All motions handed in for a conference, in no order. */
export const loadMotions = async (stage: Stage, conferenceId: Id): Promise<readonly Motion[]> =>
  stage.loadAll('motion', await findParts(stage, conferenceId));

/** All votes of a conference that have ended, in no order. */
export const loadVoteRecords = async (stage: Stage, conferenceId: Id): Promise<readonly VoteRecord[]> =>
  stage.loadAll('vote-record', await findParts(stage, conferenceId));

const findParts = async (stage: Stage, conferenceId: Id): Promise<readonly Id[]> => {
  const rows = await stage.transaction.all<{ document: Id }>(
    'select document from conference_part where conference = ? order by document',
    conferenceId,
  );
  return rows.map(({ document }) => document);
};
