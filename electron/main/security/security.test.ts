import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toAsset } from '../scheme/assets.ts';
import { toWindowOptions } from '../windows/main-window.ts';
import { toContentPolicy } from './content-policy.ts';
import { isForBrowser, isInside, isPermitted } from './navigation.ts';
import { toServerAddress } from './server-address.ts';

describe('the desktop shell', () => {
  test('gives the page no Node, an isolated world and a sandbox', () => {
    expect(toWindowOptions('/preload.cjs', 'https://schule.example').webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  test.each([
    ['umlauf-app://client/mitteilungen', true],
    ['umlauf-app://client.evil/', false],
    ['https://client/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['nonsense', false],
  ])('stays inside: %s', (address, inside) => {
    expect(isInside(address)).toBe(inside);
  });

  test.each([
    ['https://schule.example/plan', true],
    ['file:///etc/passwd', false],
    ['ms-settings:', false],
    ['javascript:alert(1)', false],
    ['https://user@schule.example/', false],
  ])('hands to the browser: %s', (address, allowed) => {
    expect(isForBrowser(address)).toBe(allowed);
  });

  test('permits the client notifications and the way to its server, and nothing else', () => {
    for (const permission of ['notifications', 'local-network-access', 'local-network', 'loopback-network']) {
      expect(isPermitted(permission, 'umlauf-app://client/')).toBe(true);
      expect(isPermitted(permission, 'https://evil.example/')).toBe(false);
    }
    for (const permission of ['media', 'geolocation', 'openExternal', 'clipboard-read'])
      expect(isPermitted(permission, 'umlauf-app://client/')).toBe(false);
  });

  test('serves files of the client only', () => {
    const folder = path.resolve('/srv/client');
    expect(toAsset('umlauf-app://client/mitteilungen/abc', folder)?.file).toBe(
      path.join(folder, 'index.html'),
    );
    expect(toAsset('umlauf-app://client/assets/a.js', folder)?.file).toBe(path.join(folder, 'assets/a.js'));
    for (const evil of ['/..%2f..%2fetc/passwd.js', '/%00.js', '/a.exe', '/%5c..%5ca.js', '/%E0%A4%A.js'])
      expect(toAsset(`umlauf-app://client${evil}`, folder), evil).toBeUndefined();
  });

  test('speaks with the named server alone, over TLS or on this machine', () => {
    expect(toServerAddress(['--server=http://127.0.0.1:4400/'])).toBe('http://127.0.0.1:4400');
    expect(toServerAddress(['--server=https://umlauf.schule.example'])).toBe('https://umlauf.schule.example');
    expect(toServerAddress(['--server=https://schule.example/umlauf'])).toBe(
      'https://schule.example/umlauf/',
    );
    for (const bad of [
      'http://schule.example',
      'https://a:b@schule.example',
      'ftp://x',
      '',
      'https://x/?a=b',
      "https://x/a;script-src 'none'",
    ])
      expect(toServerAddress([`--server=${bad}`]), bad).toBeUndefined();
    const policy = toContentPolicy('https://schule.example');
    expect(policy).toContain("connect-src 'self' https://schule.example wss://schule.example;");
    expect(policy).not.toContain(" 'unsafe-eval'");
  });
});
