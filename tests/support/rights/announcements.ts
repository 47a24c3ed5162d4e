import { createRichText } from '#core/kernel/rich-text.ts';
import { plainAnnouncement } from '../server/staff.ts';
import { newId } from '../server/wire-client.ts';
import { readersOnly, type Attempts, type Holders } from './world.ts';

export const announcementHolders: Holders<'announcement' | 'receipt' | 'status' | 'totals' | 'thread'> = {
  announcement: ['author', 'member', 'chair'],
  receipt: ['member', 'chair'],
  status: ['author'],
  totals: ['author', 'member', 'chair'],
  thread: ['author', 'member'],
};

export const announcementAttempts: Attempts<
  | 'announce'
  | 'edit-announcement'
  | 'withdraw-announcement'
  | 'acknowledge'
  | 'respond'
  | 'ask-sender'
  | 'remind'
> = {
  announce: {
    expected: readersOnly({
      author: 'stored',
      member: 'stored',
      chair: 'stored',
      leadership: 'stored',
      outsider: 'forbidden',
      administrator: 'forbidden',
    }),
    prepare: async (world) => plainAnnouncement(newId(), [world.german()]),
    names: [],
  },
  'edit-announcement': {
    expected: readersOnly({ author: 'stored', chair: 'stored', member: 'forbidden' }),
    prepare: async (world) => ({
      id: await world.freshAnnouncement(),
      title: 'Neu',
      body: createRichText('Neu.'),
      pinned: false,
      essential: true,
    }),
    baseRev: 1,
  },
  'withdraw-announcement': {
    expected: readersOnly({ author: 'stored', chair: 'stored', member: 'forbidden' }),
    prepare: async (world) => ({ id: await world.freshAnnouncement() }),
  },
  acknowledge: {
    expected: readersOnly({ member: 'stored', chair: 'stored' }),
    prepare: async (world) => ({ announcementId: await world.freshAnnouncement(), content: 1 }),
  },
  respond: {
    expected: readersOnly({ author: 'stored', member: 'stored', chair: 'stored' }),
    prepare: async (world) => ({ announcementId: await world.freshAnnouncement(), answer: [0] }),
  },
  'ask-sender': {
    expected: readersOnly({ author: 'forbidden', member: 'stored', chair: 'stored' }),
    prepare: async (world, who) => ({
      announcementId: await world.freshAnnouncement(),
      askerId: world.id(who),
      text: 'Frage',
    }),
  },
  remind: {
    expected: readersOnly({ author: 'stored', member: 'forbidden', chair: 'forbidden' }),
    prepare: async (world) => ({ announcementId: await world.freshAnnouncement() }),
  },
};
