import type { Component } from 'svelte';
import type { Actor } from '#core/access/actor.ts';
import { mayAdminister } from '#core/admin/policy.ts';
import { mayEditPeople } from '#core/directory/policy.ts';
import { mayHandOverSlips } from '#core/admin/slip-policy.ts';
import { administrationTexts as texts } from '#renderer/i18n/administration.ts';
import { deviceTexts } from '#renderer/i18n/devices.ts';
import type { Workspace } from '#renderer/replica/contract.ts';

/** What every page of the administration is given. Title and way back stand above it already. */
export interface AdministrationPageProps {
  workspace: Workspace;
}

/** A page of the area "Verwaltung" at `/verwaltung/<segment>`. */
export interface AdministrationPage {
  readonly segment: string;
  readonly title: () => string;
  /** One sentence on the start page: what one does there. */
  readonly sentence: () => string;
  readonly may: (actor: Actor) => boolean;
  /** Loaded only when the page is opened. */
  readonly load: () => Promise<{ readonly default: Component<AdministrationPageProps> }>;
}

/**
 * All pages in the order in which the start page lists them: as a new school needs them first. To add one: its component in
 * `renderer/features/administration/<page>/`, its title and sentence in `renderer/i18n/administration.ts`, an entry here.
 */
export const administrationPages: readonly AdministrationPage[] = [
  {
    segment: 'schule',
    title: texts.schoolTitle,
    sentence: texts.schoolSentence,
    may: mayAdminister,
    load: () => import('#renderer/features/administration/school/School.svelte'),
  },
  {
    segment: 'einlesen',
    title: texts.importTitle,
    sentence: texts.importSentence,
    may: mayEditPeople,
    load: () => import('./ImportPeople.svelte'),
  },
  {
    segment: 'personen',
    title: texts.peopleTitle,
    sentence: texts.peopleSentence,
    may: mayEditPeople,
    load: () => import('#renderer/features/administration/people/People.svelte'),
  },
  {
    segment: 'zugaenge',
    title: texts.slipsTitle,
    sentence: texts.slipsSentence,
    may: mayHandOverSlips,
    load: () => import('#renderer/features/administration/slips/Slips.svelte'),
  },
  {
    segment: 'rollen',
    title: texts.rolesTitle,
    sentence: texts.rolesSentence,
    may: mayAdminister,
    load: () => import('#renderer/features/administration/roles/Roles.svelte'),
  },
  {
    segment: 'rechte',
    title: texts.rightsTitle,
    sentence: texts.rightsSentence,
    may: mayAdminister,
    load: () => import('#renderer/features/administration/rights/Rights.svelte'),
  },
  {
    segment: 'geraete',
    title: deviceTexts.pageTitle,
    sentence: deviceTexts.pageSentence,
    may: mayAdminister,
    load: () => import('#renderer/features/administration/devices/Devices.svelte'),
  },
  {
    segment: 'erreichbarkeit',
    title: texts.reachTitle,
    sentence: texts.reachSentence,
    may: ({ administrator }) => administrator,
    load: () => import('#renderer/features/administration/reach/ReachPage.svelte'),
  },
  {
    segment: 'sicherung',
    title: texts.backupTitle,
    sentence: texts.backupSentence,
    may: ({ administrator }) => administrator,
    load: () => import('#renderer/features/administration/backup/BackupPage.svelte'),
  },
  {
    segment: 'zustand',
    title: texts.healthTitle,
    sentence: texts.healthSentence,
    may: ({ administrator }) => administrator,
    load: () => import('#renderer/features/administration/health/Health.svelte'),
  },
];
