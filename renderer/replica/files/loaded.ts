/** What is loaded only when a profile has its first file: the first screen has no room for it. */
export { CHUNK, openCabinet } from './cabinet.ts';
export { openPouchDrawer } from './pouch-drawer.ts';
export { openShelf } from './shelf.ts';
export { download, toSha256, upload } from './transfer.ts';
