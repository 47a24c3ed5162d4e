import { browserTimers } from '../environment.ts';
import { createLibrarian } from './librarian.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openSnapshots } from './snapshot.ts';

/** One tab's end of the line to this worker. */
interface Line {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const librarian = createLibrarian({
  timers: browserTimers,
  openSnapshots: (prefix, key) => openSnapshots(prefix, key, { indexedDB }),
});

const serve = (line: Line): void => {
  line.addEventListener('message', (event) => {
    void librarian.receive(event.data, (message) => line.postMessage(message));
  });
};

/** A shared worker is connected to by each tab; a worker of one tab is the line itself. */
if ('onconnect' in globalThis) {
  globalThis.addEventListener('connect', (event) => {
    if (!(event instanceof MessageEvent)) return;
    for (const port of event.ports) {
      serve(port);
      port.start();
    }
  });
} else serve(globalThis);
