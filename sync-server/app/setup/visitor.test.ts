import { describe, expect, it } from 'vitest';
import { isAtServer, type Visit } from './visitor.ts';

const visit = (change: Partial<Visit> = {}, headers: Visit['headers'] = {}): boolean =>
  isAtServer({
    remoteAddress: '127.0.0.1',
    httpVersion: '1.1',
    headers: { host: 'localhost:4400', ...headers },
    ...change,
  });

describe('[SETUP1] who sits at the server', () => {
  it('comes from loopback and asks for this machine by a name of its own', () => {
    expect(visit()).toBe(true);
    expect(visit({ remoteAddress: '::1' }, { host: '[::1]:4400' })).toBe(true);
    expect(visit({ remoteAddress: '::ffff:127.0.0.1' }, { host: '127.0.0.1' })).toBe(true);
  });

  it.each([
    '192.168.1.20',
    '10.0.0.1',
    '::ffff:192.168.1.20',
    'fe80::1',
    '128.0.0.1',
    '127.0.0.1.example',
    '',
  ])('does not come from %s', (remoteAddress) => {
    expect(visit({ remoteAddress })).toBe(false);
  });

  it.each([
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-for', ''],
    ['x-forwarded-proto', 'https'],
    ['forwarded', 'for=127.0.0.1'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
    ['cf-connecting-ip', '127.0.0.1'],
  ])('was not passed on by a proxy that says %s: %s', (name, value) => {
    expect(visit({}, { [name]: value })).toBe(false);
  });

  it('was not passed on by a proxy that says nothing and speaks HTTP/1.0', () => {
    expect(visit({ httpVersion: '1.0' })).toBe(false);
  });

  it.each(['boese.example', 'localhost.boese.example', '192.168.1.20:4400', undefined])(
    'does not ask for %s, a foreign name that was pointed here',
    (host) => {
      expect(visit({}, { host })).toBe(false);
    },
  );
});
