import { KeyFileError } from '#server/pki/private-file.ts';
import { StoreInUseError, StoreTooNewError } from '#server/storage/contract/storage.ts';
import { isDemo } from './demo/marker.ts';
import { startServer, type ServerOptions, type UmlaufServer } from './server.ts';

/** Addresses that only programs on this computer can reach. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/u;

/** The demonstration school, whose passwords everybody knows, was to listen beyond this computer (D30). */
export class DemoExposedError extends Error {
  override readonly name = 'DemoExposedError';
}

/** Without TLS the server was to listen beyond this computer although a safe way had been chosen. */
export class PlainExposedError extends Error {
  override readonly name = 'PlainExposedError';
}

/** Starts a server that ends with the process: on SIGINT and SIGTERM it finishes what was begun. */
export const runServer = async (options: ServerOptions): Promise<UmlaufServer> => {
  const isOpen = options.host !== undefined && !LOOPBACK.test(options.host);
  const isForDemo = isDemo(options.dataDir);
  if (isOpen && isForDemo) throw new DemoExposedError();
  if (isOpen && options.withoutTls === true) throw new PlainExposedError();
  const isLocal = isForDemo || options.withoutTls === true;
  const server = await startServer(isLocal ? { host: '127.0.0.1', ...options } : options);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    console.log('Umlauf wird beendet …');
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return server;
};

/** Why a server could not start, for whoever reads the console. */
export const toStartFailure = (error: unknown, dataDir: string): string => {
  if (error instanceof StoreInUseError) return `Der Ordner ${dataDir} wird schon von einem Server benutzt.`;
  if (error instanceof StoreTooNewError) return `Der Ordner ${dataDir} stammt von einem neueren Umlauf.`;
  if (error instanceof DemoExposedError)
    return 'Die Vorführschule ist nur auf diesem Rechner erreichbar; lassen Sie --host weg.';
  if (error instanceof PlainExposedError)
    return 'Ohne TLS ist der Server nur auf diesem Rechner erreichbar; lassen Sie --host weg.';
  if (error instanceof KeyFileError) return toKeyFailure(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'Der Port ist belegt. Wählen Sie einen anderen mit --port.';
  if (code === 'EACCES') return 'Für diesen Port oder Ordner fehlen die Rechte.';
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
};

const toKeyFailure = ({ problem: { problem, detail = '' } }: KeyFileError): string =>
  problem === 'key-readable'
    ? `Andere Konten dieses Rechners können den Schlüssel in ${detail} lesen.\n` +
      `Nehmen Sie ihnen das Recht (chmod 600 "${detail}") und starten Sie neu.`
    : `Die Datei ${detail} fehlt oder ist beschädigt. Holen Sie sie aus der letzten Sicherung, oder starten Sie mit\n` +
      '--tls off nur für diesen Rechner und wählen Sie das Zertifikat unter Verwaltung neu.';
