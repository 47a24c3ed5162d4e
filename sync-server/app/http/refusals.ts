import type { RefusalKind } from '#core/access/refusal.ts';

/** The HTTP status under which a refusal is sent; clients go by the kind in the body. */
export const toStatus = (reason: RefusalKind): number => {
  switch (reason) {
    case 'wrong-credentials':
    case 'unauthenticated':
    case 'device-revoked':
      return 401;
    case 'forbidden':
    case 'not-on-private':
    case 'device-waiting':
    case 'private-not-allowed':
      return 403;
    case 'not-found':
      return 404;
    case 'code-void':
    case 'slip-used':
    case 'slip-expired':
    case 'slip-void':
      return 410;
    case 'slip-waits':
      return 425;
    case 'too-large':
      return 413;
    case 'rate-limited':
      return 429;
    case 'unavailable':
    case 'storage-full':
      return 503;
    case 'invalid':
    case 'bad-frame':
    case 'protocol-version':
      return 400;
    case 'conflict':
    case 'withdrawn':
    case 'too-late':
    case 'full':
    case 'protected-group':
    case 'name-taken':
    case 'code-taken':
    case 'last-chair':
    case 'file-missing':
    case 'file-damaged':
    case 'own-rights':
    case 'last-administrator':
    case 'not-quorate':
    case 'quorum-rule-open':
    case 'majority-rule-open':
    case 'count-impossible':
    case 'already-voted':
    case 'staff-only':
    case 'not-open':
    case 'phase-passed':
    case 'vote-running':
    case 'not-present':
    case 'list-closed':
    case 'locked':
    case 'conference-passed':
    case 'already-invited':
    case 'motion-settled':
    case 'resolution-changed':
    case 'too-early':
    case 'mid-reused':
      return 409;
  }
};
