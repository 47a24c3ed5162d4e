import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNginx } from '../../../build/scripts/system-tools.mjs';
import { createAuthority, issueCertificate } from '#server/pki/authority.ts';

/** A real nginx at which TLS ends, set up as the handbook says. */
export interface Nginx {
  readonly port: number;
  /** What Chromium is told so that it takes the certificate for a publicly trusted one. */
  readonly browserFlag: string;
  stop(): Promise<void>;
}

const SAMPLE = 'docs/handbuch/nginx-beispiel.conf';

/** Starts nginx before a server on this machine, which lies under `/umlauf/`. `port` lets a test know it beforehand. */
export const startNginx = async (serverPort: number, port: number): Promise<Nginx> => {
  const program = findNginx();
  if (program === undefined) throw new Error('nginx is missing; `npm test` installs it');
  const folder = mkdtempSync(path.join(tmpdir(), 'umlauf-nginx-'));
  const names = [{ type: 'dns', value: 'localhost' }] as const;
  const { key, chain } = await issueCertificate(
    await createAuthority('Stadt', names, Date.now()),
    names,
    Date.now(),
  );
  writeFileSync(path.join(folder, 'key.pem'), key, { mode: 0o600 });
  writeFileSync(path.join(folder, 'chain.pem'), chain.join('\n'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${path.join(folder, kind)};`,
  );
  const sample = readFileSync(SAMPLE, 'utf8')
    .replaceAll('127.0.0.1:4400', `127.0.0.1:${serverPort}`)
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll('/etc/nginx/schule.pem', path.join(folder, 'chain.pem'))
    .replaceAll('/etc/nginx/schule.key', path.join(folder, 'key.pem'))
    .replaceAll('server_name schule.de', 'server_name localhost');
  const config = [
    'daemon off;',
    'master_process off;',
    `pid ${path.join(folder, 'pid')};`,
    'error_log stderr warn;',
    'events {}',
    'http {',
    '  access_log off;',
    ...temporary,
    sample,
    '}',
  ].join('\n');
  writeFileSync(path.join(folder, 'nginx.conf'), config);
  const nginx = spawn(program, ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => nginx.once('exit', () => resolve()));
  await waitForPort(port, () => nginx.exitCode !== null);
  const spki = new X509Certificate(chain[0] ?? '').publicKey.export({ type: 'spki', format: 'der' });
  return {
    port,
    browserFlag: `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`,
    stop: async () => {
      nginx.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const waitForPort = async (port: number, hasEnded: () => boolean): Promise<void> => {
  for (;;) {
    if (hasEnded()) throw new Error('nginx ended');
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
