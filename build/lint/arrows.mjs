/**
 * Who may import whom: the one table behind the lint rule `umlauf/arrows` and behind `arrows.test.ts`.
 * A part names the parts it may import; features of one side never import each other.
 */

/** @typedef {{ part: string, feature?: string }} Place */

const CORE_FEATURES = ['directory', 'groups', 'announcements', 'votes', 'meetings', 'minutes', 'admin'];

/** Parts in the order in which a path is matched; the first match counts. */
const PARTS = [
  ['core/kernel', 'core/kernel'],
  ['core/access', 'core/access'],
  ['core/protocol', 'core/protocol'],
  ...CORE_FEATURES.map((feature) => [`core/${feature}`, `core/${feature}`]),
  ['renderer/platform/desktop-contract.ts', 'renderer/platform/desktop-contract'],
  ...['app', 'replica', 'collab', 'platform', 'print', 'ui', 'i18n'].map((room) => [
    `renderer/${room}`,
    `renderer/${room}`,
  ]),
  ['renderer/features', 'renderer/features'],
  ['sync-server/storage/contract', 'sync-server/storage/contract'],
  ...[
    'app',
    'audit',
    'feed',
    'files',
    'commands',
    'live',
    'collab',
    'auth',
    'pki',
    'discovery',
    'operations',
    'storage',
  ].map((room) => [`sync-server/${room}`, `sync-server/${room}`]),
  ['sync-server/features/contract.ts', 'sync-server/features/contract'],
  ['sync-server/features', 'sync-server/features'],
  ['electron', 'electron'],
  ['build', 'build'],
  ['tests', 'tests'],
];

const CORE = [
  'core/kernel',
  'core/access',
  ...CORE_FEATURES.map((feature) => `core/${feature}`),
  'core/protocol',
];

/** @type {Record<string, readonly string[]>} */
export const ARROWS = {
  'core/kernel': [],
  'core/access': ['core/kernel'],
  ...Object.fromEntries(
    CORE_FEATURES.map((feature, index) => [
      `core/${feature}`,
      ['core/kernel', 'core/access', ...CORE_FEATURES.slice(0, index).map((left) => `core/${left}`)],
    ]),
  ),
  'core/protocol': CORE,
  'renderer/ui': [],
  'renderer/print': [],
  'renderer/i18n': [],
  'renderer/platform': ['renderer/platform/desktop-contract'],
  'renderer/platform/desktop-contract': [],
  'renderer/replica': CORE,
  'renderer/collab': CORE,
  'renderer/features': [
    ...CORE,
    'renderer/replica',
    'renderer/collab',
    'renderer/platform',
    'renderer/print',
    'renderer/ui',
    'renderer/i18n',
  ],
  'renderer/app': [
    ...CORE,
    'renderer/features',
    'renderer/replica',
    'renderer/collab',
    'renderer/platform',
    'renderer/platform/desktop-contract',
    'renderer/print',
    'renderer/ui',
    'renderer/i18n',
  ],
  electron: [...CORE, 'renderer/i18n', 'renderer/platform/desktop-contract'],
  'sync-server/storage/contract': CORE,
  'sync-server/storage': [...CORE, 'sync-server/storage/contract'],
  // The record of administrative acts: whoever carries one out writes it in the same transaction.
  'sync-server/audit': [...CORE, 'sync-server/storage/contract'],
  'sync-server/auth': [...CORE, 'sync-server/storage/contract', 'sync-server/audit'],
  'sync-server/feed': [...CORE, 'sync-server/storage/contract', 'sync-server/auth', 'sync-server/commands'],
  // What people attach: bytes on disk, and who refers to them.
  'sync-server/files': [...CORE, 'sync-server/storage/contract', 'sync-server/features/contract'],
  'sync-server/commands': [
    ...CORE,
    'sync-server/storage/contract',
    'sync-server/audit',
    'sync-server/auth',
    'sync-server/feed',
    'sync-server/files',
    'sync-server/features/contract',
    'sync-server/features',
  ],
  // What a change may use: the one thing all features of the server share.
  'sync-server/features/contract': [...CORE, 'sync-server/storage/contract'],
  'sync-server/features': [
    ...CORE,
    'sync-server/features/contract',
    'sync-server/storage/contract',
    'sync-server/audit',
    'sync-server/auth',
  ],
  // Sittings: who hears what of them, and when.
  'sync-server/live': [
    ...CORE,
    'sync-server/storage/contract',
    'sync-server/auth',
    'sync-server/feed',
    'sync-server/commands',
    'sync-server/features/contract',
    'sync-server/features',
  ],
  'sync-server/operations': [
    ...CORE,
    'sync-server/pki',
    'sync-server/audit',
    'sync-server/storage/contract',
    'sync-server/storage',
    'sync-server/commands',
    'sync-server/feed',
  ],
  'sync-server/pki': CORE,
  'sync-server/app': [
    ...CORE,
    'sync-server/operations',
    'sync-server/pki',
    'sync-server/features',
    'sync-server/feed',
    'sync-server/files',
    'sync-server/commands',
    'sync-server/live',
    'sync-server/audit',
    'sync-server/auth',
    'sync-server/storage/contract',
    'sync-server/storage',
  ],
};

/**
 * Where a file stands.
 * @param {string} path relative to the project's root, with forward slashes
 * @returns {Place | undefined}
 */
export const toPlace = (path) => {
  for (const [prefix, part] of PARTS) {
    if (path !== prefix && !path.startsWith(`${prefix}/`)) continue;
    const feature = part.endsWith('/features') ? path.slice(prefix.length + 1).split('/')[0] : undefined;
    return { part, ...(feature === undefined ? {} : { feature }) };
  }
  return undefined;
};

/**
 * Why one file may not import another, or undefined if it may.
 * @param {string} from importing file, relative to the root
 * @param {string} to imported file, relative to the root
 * @returns {string | undefined}
 */
export const toArrowFault = (from, to) => {
  const source = toPlace(from);
  const target = toPlace(to);
  if (source === undefined || target === undefined) return undefined;
  const allowed = ARROWS[source.part];
  if (allowed === undefined) return undefined;
  if (source.part === target.part) {
    if (source.feature === target.feature) return undefined;
    return `${from} is a feature of its own and may not import the feature "${target.feature}". What both need belongs into core or into the part that composes them.`;
  }
  if (allowed.includes(target.part)) return undefined;
  return `${from} stands in ${source.part}, which may not import ${target.part} (${to}). It may import: ${allowed.join(', ') || 'nothing of ours'}. Move the code to where both may reach it, or pass it in.`;
};
