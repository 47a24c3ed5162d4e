import { toAddressPath } from '#renderer/ui/base-path.ts';

/** The installed shell of the client: whether a newer one waits, and how to take it. */
export interface Shell {
  /** A new version lies ready; it takes over when its user says so, never in the middle of a sentence (D13). */
  readonly updateWaits: boolean;
  /** Lets the new version take over and loads the page anew. */
  reload(): void;
}

/** Asks for a newer shell so often, in milliseconds. */
const LOOK_AGAIN = 60 * 60_000;

/** Installs the service worker where the browser has one (secure contexts only). */
export const createShell = (
  container: ServiceWorkerContainer | undefined,
  loadAnew = (): void => location.reload(),
): Shell => {
  let waiting = $state.raw<ServiceWorker | undefined>();
  let asked = false;

  const watch = (registration: ServiceWorkerRegistration): void => {
    const note = (): void => {
      if (registration.waiting !== null && container?.controller) waiting = registration.waiting;
    };
    note();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', note);
    });
    setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN);
  };

  container?.register(toAddressPath('/service-worker.js')).then(watch, () => undefined);
  container?.addEventListener('controllerchange', () => {
    if (asked) loadAnew();
  });

  return {
    get updateWaits() {
      return waiting !== undefined;
    },
    reload: () => {
      asked = true;
      // Another tab may have let it take over already: then only this page is still the old one.
      if (waiting?.state === 'installed') waiting.postMessage('take-over');
      else loadAnew();
    },
  };
};
