/**
 * Why a command or a request was refused: a closed list. The screens map each kind to a sentence; nobody matches
 * English text. What may be tried again, and when, is part of the kind (see `toRetryRule`).
 */
export const REFUSAL_KINDS = [
  /** The arguments violate the schema. */
  'invalid',
  /** The role or the membership does not allow it. */
  'forbidden',
  /** The document does not exist, or is not readable for whoever asks. */
  'not-found',
  /** Somebody changed the document since the revision the command was written on. */
  'conflict',
  /** The announcement was withdrawn. */
  'withdrawn',
  /** The deadline has passed. */
  'too-late',
  /** A file that the command names has not arrived, or is not for whoever sent it to hand on. */
  'file-missing',
  /** What arrived of a file is not what was announced; it has to be sent anew. */
  'file-damaged',
  /** The places of a sign-up list are taken. */
  'full',
  /** A group plainly meant for a staff council; protected groups come later (R12). */
  'protected-group',
  /** Another group has this name. */
  'name-taken',
  /** Another person has this short code. */
  'code-taken',
  /** A group keeps at least one chair while it has members. */
  'last-chair',
  /** Somebody would give themselves a right, or change their own role. */
  'own-rights',
  /** Too few of the entitled are there. */
  'not-quorate',
  /** Nobody has decided yet when the body is quorate. */
  'quorum-rule-open',
  /** Nobody has decided yet by which majority the body decides. */
  'majority-rule-open',
  /** The numbers do not account for the people who took part. */
  'count-impossible',
  /** The person's ballot is in; it is final. */
  'already-voted',
  /** The school keeps at least one administrator. */
  'last-administrator',
  /** Administrators and the staff council belong to the staff. */
  'staff-only',
  /** The body's documents are kept off private devices, and this is one. */
  'not-on-private',
  /** The conference has begun, ended or was cancelled: it can no longer be planned so. */
  'conference-passed',
  /** The invitation has gone out already. */
  'already-invited',
  /** The motion is on the agenda, was merged, returned or taken back meanwhile. */
  'motion-settled',
  /** The resolution was objected to, settled or repealed meanwhile. */
  'resolution-changed',
  /** The body cannot have met again yet. */
  'too-early',
  /** This device waits for the approval of the school's head. */
  'device-waiting',
  /** This device was revoked: what lies on it is to be deleted. */
  'device-revoked',
  /** The school allows no private devices. */
  'private-not-allowed',
  /** The conference does not sit, or the vote is not open. */
  'not-open',
  /** Another item was called meanwhile, or the hand has had its turn. */
  'phase-passed',
  /** People are voting: the item cannot be left. */
  'vote-running',
  /** Whoever is not checked in cannot speak. */
  'not-present',
  /** The list of speakers is closed. */
  'list-closed',
  /** The chair has locked the conference: nobody comes in any more. */
  'locked',
  /** The same command id arrived with other content. */
  'mid-reused',
  /** This program speaks a protocol version that the server does not. */
  'protocol-version',
  /** Nobody is signed in, or the session has ended. */
  'unauthenticated',
  /** Short code and password, or a one-time code, do not match. */
  'wrong-credentials',
  /** A one-time code has expired or was used. */
  'code-void',
  /** The slip was printed and nobody has said yet that it was handed over. */
  'slip-waits',
  /** The slip has set a password already. */
  'slip-used',
  /** The slip was not used in time. */
  'slip-expired',
  /** The slip was taken back, or a newer one has taken its place. */
  'slip-void',
  /** Too many attempts or messages; allowed again later. */
  'rate-limited',
  /** The frame is larger than the limit. */
  'too-large',
  /** The frame is not what the protocol describes. */
  'bad-frame',
  /** The server's disk is full; nothing was changed. */
  'storage-full',
  /** The server could not do it just now. */
  'unavailable',
] as const;

export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** What a client does with a refused command. */
export type RetryRule =
  /** It stands on "Nicht gespeichert" until its author decides. */
  | 'never'
  /** It stays in the outbox and goes out again by itself. */
  | 'later'
  /** It stays in the outbox until somebody signs in again. */
  | 'after-sign-in'
  /** It stays in the outbox until the program was renewed. */
  | 'after-update';

/** The retry rule of a refusal. */
export const toRetryRule = (kind: RefusalKind): RetryRule => {
  switch (kind) {
    case 'rate-limited':
    case 'storage-full':
    case 'unavailable':
      return 'later';
    case 'unauthenticated':
    case 'device-waiting':
    case 'device-revoked':
    case 'private-not-allowed':
      return 'after-sign-in';
    case 'protocol-version':
      return 'after-update';
    case 'invalid':
    case 'forbidden':
    case 'not-found':
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
    case 'not-quorate':
    case 'quorum-rule-open':
    case 'majority-rule-open':
    case 'count-impossible':
    case 'already-voted':
    case 'last-administrator':
    case 'staff-only':
    case 'not-on-private':
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
    case 'wrong-credentials':
    case 'code-void':
    case 'slip-waits':
    case 'slip-used':
    case 'slip-expired':
    case 'slip-void':
    case 'too-large':
    case 'bad-frame':
      return 'never';
  }
};
