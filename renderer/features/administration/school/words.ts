import type { SchoolSettings, PrivateDevices } from '#core/directory/school.ts';
import type { SchoolHoliday } from '#core/kernel/calendar/school-calendar.ts';
import { LAND_NAMES } from '#core/kernel/calendar/land-names.ts';
import { dateNumeric, weekdayShort } from '#renderer/i18n/format.ts';
import { schoolTexts as texts } from '#renderer/i18n/school.ts';
import type { Setting } from './merge.ts';

/** What a setting is called on the page. */
export const toSettingWord = (setting: Setting): string =>
  ({
    name: texts.name,
    land: texts.land,
    quietHours: texts.quiet,
    teachersReachAllStaff: texts.allStaff,
    slipDays: texts.slipDays,
    privateDevices: texts.privateDevices,
    addresses: texts.addresses,
  })[setting]();

/** The value of a setting in words: "18:00 bis 07:00 Uhr, auch am Wochenende". */
export const toValueWords = (setting: Setting, settings: SchoolSettings): string => {
  const yesOrNo = (value: boolean): string => (value ? texts.yes() : texts.no());
  switch (setting) {
    case 'name':
      return settings.name;
    case 'land':
      return LAND_NAMES[settings.land];
    case 'quietHours': {
      const { from, to, weekend, holidays } = settings.quietHours;
      return [
        from === to ? texts.never() : texts.hours(from, to),
        ...(weekend ? [texts.weekend()] : []),
        ...(holidays ? [texts.holidaysQuiet()] : []),
      ].join(', ');
    }
    case 'teachersReachAllStaff':
      return yesOrNo(settings.teachersReachAllStaff);
    case 'slipDays':
      return texts.teachingDays(settings.slipDays);
    case 'privateDevices':
      return toPrivateDevicesWords(settings.privateDevices);
    case 'addresses':
      return settings.addresses.length === 0 ? texts.noAddresses() : settings.addresses.join(', ');
  }
};

/** Whether private devices may be used, as the form offers it. */
export const toPrivateDevicesWords = (value: PrivateDevices): string => {
  switch (value) {
    case 'allowed':
      return texts.privateDevicesAllowed();
    case 'approval':
      return texts.privateDevicesApproval();
    case 'no':
      return texts.privateDevicesNo();
  }
};

const toDayWords = (date: string): string => `${weekdayShort(date)}, ${dateNumeric(date)}`;

/** "Mo., 26.10.2026 bis Sa., 31.10.2026"; a single day stands alone. */
export const toSpanWords = ({ from, to }: Pick<SchoolHoliday, 'from' | 'to'>): string =>
  from === to ? toDayWords(from) : texts.span(toDayWords(from), toDayWords(to));
