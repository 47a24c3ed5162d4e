import type { ToReader } from './messages.ts';
import { createReader } from './reader.ts';

/** Reads and compares beside the screen, so that a long list never stops it. Nothing leaves the browser by it. */
const reader = createReader();

addEventListener('message', (event: MessageEvent<{ readonly id: number; readonly message: ToReader }>) => {
  const { id, message } = event.data;
  postMessage({ id, answer: reader.receive(message) });
});
