import type { Health, HealthCheck } from '#core/admin/health.ts';
import { fileSize, list, momentLong } from '#renderer/i18n/format.ts';
import { healthTexts as texts } from '#renderer/i18n/health.ts';

/** What a check measured, for whoever wants to know or has to tell it the municipality. */
export const toFacts = (health: Health, check: HealthCheck): readonly string[] => {
  const { certificate, proxy, disk, backup, addresses, port, now } = health;
  switch (check) {
    case 'network':
      return addresses.length === 0
        ? []
        : [texts.addresses(list(addresses.map(({ address }) => address)), port)];
    case 'outside':
      return proxy === undefined ? [] : [texts.proxy(proxy)];
    case 'certificate':
      return [
        ...(certificate.until === undefined ? [] : [texts.until(momentLong(certificate.until))]),
        ...(certificate.fingerprint === undefined
          ? []
          : [texts.fingerprint(certificate.fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') ?? '')]),
      ];
    case 'clock':
      return [texts.serverClock(momentLong(now))];
    case 'disk':
      return [texts.room(fileSize(disk.free), fileSize(disk.total))];
    case 'backup':
      return backup.good === undefined ? [] : [texts.lastBackup(momentLong(backup.good.madeAt))];
  }
};
