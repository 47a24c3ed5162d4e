import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BackupStatus } from '#core/admin/backup-status.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Session } from '#server/auth/sessions.ts';
import { loadActor } from '#server/commands/actor.ts';
import type { Backups } from '#server/operations/backups.ts';
import type { Store } from '#server/storage/contract/storage.ts';

export interface BackupApiOptions {
  readonly store: Store;
  readonly backups: Backups;
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly refuse: (reply: FastifyReply, reason: RefusalKind) => FastifyReply;
  readonly onError: (error: unknown) => void;
}

/**
 * How backups stand, and making one now, for administrators. Requests and no commands: they change nothing in the store,
 * and where the files lie must not lie in a replica.
 */
export const registerBackupApi = (app: FastifyInstance, options: BackupApiOptions): void => {
  const { store, backups, findSession, refuse, onError } = options;

  const forAdministrators =
    (answer: () => Promise<BackupStatus>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<BackupStatus | FastifyReply> => {
      const session = await findSession(request);
      if (session === undefined) return refuse(reply, 'unauthenticated');
      const actor = await loadActor(store.read, session.personId);
      return actor?.administrator === true ? answer() : refuse(reply, 'forbidden');
    };

  app.get('/api/backup', forAdministrators(backups.status));
  app.post(
    '/api/backup',
    forAdministrators(async () => {
      // It may take minutes, and what became of it stands in the status: nobody waits with an open request.
      void backups.make().catch(onError);
      return backups.status();
    }),
  );
};
