import { announce } from '#server/features/announcements/announce.ts';
import type { AnnouncementPort } from '#server/features/meetings/announcement-port.ts';

/** What conferences need of announcements: features never import each other, so it is put together here. */
export const announcementPort: AnnouncementPort = { announce };
