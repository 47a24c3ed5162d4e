import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP_ORIGIN as DESKTOP_PAGE } from '#renderer/platform/desktop-contract.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { DESKTOP_ORIGIN } from '../server.ts';

let school: TestSchool;
let staticDir: string;
beforeAll(async () => {
  staticDir = mkdtempSync(path.join(tmpdir(), 'umlauf-client-'));
  mkdirSync(path.join(staticDir, 'assets'));
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>Umlauf</title>');
  writeFileSync(path.join(staticDir, 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(path.join(staticDir, 'assets', 'app-1a2b.js.br'), brotliCompressSync('export {}'));
  writeFileSync(path.join(staticDir, '..', 'umlauf-secret.txt'), 'geheim');
  school = await startTestSchool({ staticDir, people: [] });
});
afterAll(async () => {
  await school.close();
  rmSync(staticDir, { recursive: true, force: true });
  rmSync(path.join(staticDir, '..', 'umlauf-secret.txt'), { force: true });
});

const get = (place: string, headers: Record<string, string> = {}) => fetch(school.url + place, { headers });

describe('the HTTP side', () => {
  it('serves the client under every place within it', async () => {
    for (const place of ['/', '/mitteilungen', '/gruppen/abc?x=1']) {
      const response = await get(place);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Umlauf')]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await get('/assets/fehlt.js')).status).toBe(404);
  });

  it('lets hashed files be kept for ever and nothing of the protocol at all', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/api/school')).headers.get('cache-control')).toBe('no-store');
  });

  it('sends the compressed copy to whoever understands it', async () => {
    const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br' });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['br', 'export {}']);
    expect(packed.headers.get('cache-control')).toContain('immutable');
    const plain = await get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export {}']);
  });

  it('tells browsers on every answer what they may do', async () => {
    for (const place of ['/', '/assets/app-1a2b.js', '/api/school', '/api/nichts', '/fehlt.js']) {
      const { headers } = await get(place);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  it('never leaves its folder', async () => {
    for (const place of [
      '/../umlauf-secret.txt',
      '/%2e%2e/umlauf-secret.txt',
      '/assets/..%2f..%2fumlauf-secret.txt',
      '/%00',
    ]) {
      expect(await (await get(place)).text()).not.toContain('geheim');
    }
  });

  it('shows the sign-in screen the school’s name, protocol and clock, and nothing else', async () => {
    expect(await (await get('/api/school')).json()).toEqual({
      name: 'Meine Schule',
      protocol: 1,
      now: school.clock.value,
    });
  });

  it('answers what does not exist with a kind', async () => {
    const response = await get('/api/nichts');
    expect([response.status, await response.json()]).toEqual([404, { reason: 'not-found' }]);
  });

  it('[AUTH8] is open to the desktop program and to no foreign page', async () => {
    expect(DESKTOP_ORIGIN).toBe(DESKTOP_PAGE);
    const own = await get('/api/school', { origin: DESKTOP_ORIGIN });
    expect(own.headers.get('access-control-allow-origin')).toBe(DESKTOP_ORIGIN);
    const preflight = await fetch(`${school.url}/api/sign-in`, {
      method: 'OPTIONS',
      headers: { origin: DESKTOP_ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    const foreign = await get('/api/school', { origin: 'https://boese.example' });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    // The same place written otherwise.
    expect((await get('/%61pi/school', { origin: 'https://boese.example' })).status).toBe(403);
    expect((await get('/%61pi/school')).headers.get('cache-control')).toBe('no-store');
  });
});
