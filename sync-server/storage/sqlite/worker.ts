import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { systemContext } from './system-context.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import { openWriter, type WriterOptions } from './writer.ts';

/** The writer's thread: takes one group at a time (the queue stands on the other side) and answers after the commit. */
const serve = async (port: MessagePort, options: WriterOptions): Promise<void> => {
  const send = (message: FromWorker): void => {
    port.postMessage(message);
  };
  try {
    const writer = await openWriter(options, { context: systemContext });
    port.on('message', (message: ToWorker) => {
      switch (message.kind) {
        case 'group':
          void writer.run(message.requests).then((answer) => {
            send({ kind: 'answer', answer });
          });
          break;
        case 'close':
          writer.close();
          port.close();
          break;
      }
    });
    send({ kind: 'open' });
  } catch (error) {
    send(
      error instanceof Error
        ? { kind: 'failed', name: error.name, message: error.message }
        : { kind: 'failed', name: 'StorageError', message: String(error) },
    );
  }
};

if (parentPort !== null) void serve(parentPort, workerData as WriterOptions);
