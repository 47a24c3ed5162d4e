import type { Migration } from './migration.ts';

/** Votes that are open, and what is in their boxes. Ballots are rows, never events or documents. */
export const ballots: Migration = {
  name: 'ballots',
  sql: `
    -- Votes on the wall or running; what ends is a document and leaves here.
    create table open_vote (
      vote text primary key,
      conference text not null
    ) strict, without rowid;

    -- Who has voted: the memory for repeats (mid), without the choice. Forgotten a day after the vote.
    create table turnout (
      vote text not null,
      voter text not null,
      mid text not null,
      primary key (vote, voter)
    ) strict, without rowid;

    -- One for each row of turnout. id: the voter's where names are kept, else random; body: the choice, all of one size,
    -- sealed under the key of the vote where no names are kept (D27). Without rowid, so that no order tells who voted when.
    create table ballot (
      vote text not null,
      id text not null,
      body blob not null,
      primary key (vote, id)
    ) strict, without rowid;

    -- Who demands a secret vote, as a mark under the key of the demand; gone with the vote.
    create table secrecy_support (
      vote text not null,
      mark text not null,
      primary key (vote, mark)
    ) strict, without rowid;
  `,
};
