import { createHash } from 'node:crypto';
import type { CertificateProblem } from '#core/admin/certificate.ts';
import type { ReachAct, ReachRequest, ReachState } from '#core/admin/reach-state.ts';
import type { School } from '#core/directory/school.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import {
  checkReverseProxy,
  useNoReverseProxy,
  useOwnAuthority,
  useReverseProxy,
  useUploadedCertificate,
} from '#server/pki/choose.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import { toServerNames } from '#server/pki/names.ts';
import { readPair } from '#server/pki/own-authority.ts';
import { toPkiFolder, type PkiFolder } from '#server/pki/pki-folder.ts';
import { KeyFileError, readPrivate } from '#server/pki/private-file.ts';
import { checkUpload } from '#server/pki/uploaded.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { NoteReachArgs } from './reach.job.ts';
import { describeReachState } from './reach-state.ts';

/** Which ways lead to the server, and changing them while it runs. */
export interface ReachDesk {
  state(): Promise<ReachState>;
  /** Carries out what this administrator wants: all of it or nothing. `conflict`: somebody else was faster. */
  change(
    actor: Id,
    request: ReachRequest,
  ): Promise<Result<ReachState, CertificateProblem | 'conflict' | 'forbidden'>>;
}

export interface ReachDeskPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly keeper: ReachKeeper;
  readonly port: () => number;
  /** Names and addresses under which other devices may find this machine. */
  readonly findHosts: () => readonly string[];
  /** Whether the server was started without TLS, to mend what was chosen. */
  readonly isHeld: boolean;
  /** Whether it listens on this machine alone. */
  readonly isLocal: () => boolean;
}

export const createReachDesk = (ports: ReachDeskPorts): ReachDesk => {
  const { store, clock, dataDir, keeper } = ports;
  const folder = toPkiFolder(dataDir);
  let last: Promise<unknown> = Promise.resolve();

  const readSchool = async (): Promise<School | undefined> =>
    (await readDocumentsOfKind(store.read, 'school', 1))[0];
  const state = async (): Promise<ReachState> => ({
    ...describeReachState(keeper.current(), (await readSchool())?.addresses ?? []),
    now: clock.now(),
    mark: toMark(folder),
    found: [...ports.findHosts()],
    port: ports.port(),
    isHeld: ports.isHeld,
    isLocal: ports.isLocal(),
  });

  const change: ReachDesk['change'] = async (actor, { mark, act }) => {
    if (mark !== toMark(folder)) return refuse('conflict');
    const school = await readSchool();
    const choice: Choice = { dataDir, act, school, now: clock.now() };
    const fault = findFault(choice, folder);
    if (fault !== undefined) return refuse(fault);
    // Keys are files and the record is not: what was found good is noted first, so that nothing is done unnoted.
    const noted: NoteReachArgs = { actor, way: act.way, now: choice.now };
    if ((await store.write<'noted' | 'forbidden'>('note-reach', noted)) === 'forbidden') {
      return refuse('forbidden');
    }
    const done = await carryOut(choice);
    if (!done.ok) return done;
    await keeper.refresh();
    return accept(await state());
  };

  return {
    state,
    change: (actor, request) => {
      // One after the other, so that the second sees what the first has changed.
      const next = last.then(async () => {
        try {
          return await change(actor, request);
        } catch (error) {
          if (error instanceof KeyFileError) return refuse(error.problem);
          throw error;
        }
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
};

interface Choice {
  readonly dataDir: string;
  readonly act: ReachAct;
  readonly school: School | undefined;
  readonly now: number;
}

/** What an upload has to fit: the school's addresses. */
const toSchoolNames = (school: School | undefined): readonly string[] => school?.addresses ?? [];

/** What keeps a choice from being carried out; looks only. Throws KeyFileError. */
const findFault = ({ act, school, now }: Choice, folder: PkiFolder): CertificateProblem | undefined => {
  switch (act.way) {
    case 'own': {
      if (!act.anew) readPair(folder.authority);
      return toFault(toServerNames(act.names));
    }
    case 'uploaded': {
      const names = toServerNames(toSchoolNames(school));
      return names.ok ? toFault(checkUpload(act, names.value, now)) : names.refusal;
    }
    case 'proxy':
      return toFault(checkReverseProxy(act));
    case 'no-proxy':
      return undefined;
  }
};

const toFault = (result: Result<unknown, CertificateProblem>): CertificateProblem | undefined =>
  result.ok ? undefined : result.refusal;

const carryOut = async ({
  dataDir,
  act,
  school,
  now,
}: Choice): Promise<Result<unknown, CertificateProblem>> => {
  switch (act.way) {
    case 'own':
      return useOwnAuthority(dataDir, { ...act, schoolName: school?.name ?? '', now });
    case 'uploaded':
      return useUploadedCertificate(dataDir, { ...act, names: toSchoolNames(school), now });
    case 'proxy':
      return useReverseProxy(dataDir, act);
    case 'no-proxy':
      useNoReverseProxy(dataDir);
      return accept(undefined);
  }
};

/** Changes with every choice, never by a renewal. A file that cannot be read counts as none: somebody may be mending it. */
const toMark = (folder: PkiFolder): string => {
  const read = (file: string): string => {
    try {
      return readPrivate(file) ?? '';
    } catch {
      return '';
    }
  };
  return createHash('sha256')
    .update(JSON.stringify([read(folder.choice), read(folder.uploaded)]))
    .digest('base64url');
};
