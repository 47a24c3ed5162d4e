/** Every limit of the wire; each has a test that attacks it. */
export const LIMITS = {
  /** The largest frame a client may send, in bytes. */
  frameBytes: 512 * 1024,
  /** The largest request body of the HTTP endpoints, in bytes. */
  requestBytes: 16 * 1024,
  /** The largest request body of set-up: a calendar of 200 holidays has 30 kB. */
  setUpBytes: 64 * 1024,
  /** The largest request body with a certificate and its key: chains have less than 30 kB. */
  certificateBytes: 256 * 1024,
  /** Frames a socket may send in a second, on average; a burst of twice as many is allowed. */
  framesPerSecond: 50,
  /** Sockets one session may hold open at once. */
  socketsPerSession: 12,
  /** Requests a socket may have unanswered. */
  requestsInFlight: 64,
  /**
   * Pages a socket may wait for. A replica that connects again repeats what was not answered and asks anew: a refusal
   * would cost it the changes of the next seconds, which it leaves out while it waits for a page.
   */
  pullsInFlight: 4,
  /** A page of the feed holds at least so many documents unless nothing is left. */
  pageMin: 50,
  pageMax: 500,
  /** A page is closed early beyond so many bytes of JSON, but never below `pageMin` documents. */
  pageBytes: 1_500_000,
  /** A ticket opens one socket within so many milliseconds. */
  ticketLifetime: 30_000,
  /** A socket that says nothing for so many milliseconds is closed; clients ping every third of it. */
  silence: 45_000,
  /** Bytes that may wait for a slow reader before its socket is closed. */
  bufferedBytes: 8 * 1024 * 1024,
  /** Joins of a conference one socket may ask for in a second, on average; each brings the whole of it. */
  joinsPerSecond: 2,
  /** A code for a device on the wall works for so many milliseconds. */
  wallCodeLifetime: 120_000,
  /** Wrong codes for the wall within that time from one address, and from all, before every one is refused. */
  wallAttempts: 10,
  wallAttemptsFromEverywhere: 200,
  /** Conferences that are shown to anybody at once. */
  rooms: 100,
  /** What has changed in a conference goes out at once, and then at most every so many milliseconds. */
  frameInterval: 50,
  /** A conference that has ended is shown for so many milliseconds; then its documents say everything. */
  closedShown: 12 * 3_600_000,
  /** Failed sign-ins for one short code from one address before it is locked there for a while. */
  attemptsPerPerson: 10,
  /** Failed sign-ins for one short code from all addresses before it is locked for devices that are not known. */
  attemptsFromEverywhere: 300,
  /** Failed sign-ins from one address before it is locked for a while. */
  attemptsPerAddress: 100,
  /** Proofs one address may ask for, beyond those of slips whose code it then presents, before it is locked for a while. */
  proofsPerAddress: 200,
  /** Commands one outbox may hold. */
  outbox: 500,
  /** The largest piece of a file in one request, in bytes. */
  filePieceBytes: 1024 * 1024,
  /** Bytes and files one person may have uploaded that no document refers to. */
  unreferencedBytes: 250_000_000,
  unreferencedFiles: 100,
  /** What no document refers to is deleted after so many milliseconds. */
  unreferencedLifetime: 24 * 3_600_000,
} as const;
