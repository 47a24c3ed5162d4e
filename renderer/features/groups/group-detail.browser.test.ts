import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import { toAnnouncement } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace, OFFLINE, ONLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import GroupDetail from './GroupDetail.svelte';
import type { Links } from './links.ts';
import {
  brandt,
  class8b,
  conference,
  demirel,
  groups,
  hagemann,
  history,
  krautwurst,
  oehlschlaeger,
  people,
  toGroup,
  toManyPersons,
  toSelf,
  wiechert,
} from './test-directory.ts';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const links: Links = {
  group: (id) => `#group-${id}`,
  person: (id) => `#person-${id}`,
  announcement: (id) => `#announcement-${id}`,
  create: '#create',
};

const open = async (reader: Person, group: Group, persons: readonly Person[] = people) => {
  const all = groups.some((known) => known.id === group.id) ? groups : [...groups, group];
  const workspace = createTestWorkspace(toSelf(reader, all), NOW, [...persons, ...all]);
  cleanup();
  const { container } = await render(GroupDetail, { workspace, groupId: group.id, links });
  return { container, workspace };
};

const members = () => page.getByRole('region', { name: 'Mitglieder' }).getByRole('listitem');
const memberNames = (): string[] =>
  members()
    .getByRole('link')
    .elements()
    .map((link) => link.textContent.replace(/\s+/gu, ' ').trim());
const manage = (name: string) => page.getByRole('button', { name: `${name}: Aufgabe ändern oder entfernen` });
const choose = async (name: string, command: string): Promise<void> => {
  await manage(name).click();
  await page.getByRole('menuitem', { name: command }).click();
};

beforeEach(() => page.viewport(1366, 900));

describe('a group', () => {
  it('shows its members, chairs first, and is accessible in both themes', async () => {
    const { container } = await open(demirel, history);
    await expect.element(page.getByRole('heading', { name: 'Fachschaft Geschichte' })).toBeVisible();
    expect(memberNames()).toEqual(['Yusuf Demirel (Sie) Vorsitz', 'Katharina Brandt', 'Sabine Oehlschläger']);
    await expect.element(page.getByText(/3 Mitglieder · Sie haben den Vorsitz/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('offers a member nothing but to leave, and an outsider nothing at all', async () => {
    await open(krautwurst, class8b);
    await expect.element(page.getByText(/2 Mitglieder · Sie sind Mitglied/u)).toBeVisible();
    expect(
      page
        .getByRole('button')
        .elements()
        .map((button) => button.ariaLabel),
    ).toEqual(['Weiteres']);
    await open(demirel, class8b);
    await expect.element(page.getByText(/2 Mitglieder · Sie gehören nicht dazu/u)).toBeVisible();
    await expect
      .element(page.getByText(/Die Mitteilungen dieser Gruppe lesen nur ihre Mitglieder\./u))
      .toBeVisible();
    expect(page.getByRole('button').elements()).toHaveLength(0);
  });

  it('shows its newest announcements', async () => {
    const { workspace } = await open(demirel, history);
    await expect
      .element(page.getByText(/Unter den neuesten Mitteilungen ist keine an diese Gruppe\./u))
      .toBeVisible();
    const to = [{ id: history.id, name: history.name }];
    workspace.put(
      toAnnouncement({ title: 'Exkursion Kalkriese', groups: to }),
      toAnnouncement({ title: 'An alle' }),
      toAnnouncement({ title: 'Noch nicht', groups: to, state: 'scheduled' }),
    );
    const news = page.getByRole('region', { name: 'Neueste Mitteilungen' });
    await expect.element(news.getByRole('link')).toMatchTextContent(/Exkursion Kalkriese/u);
    expect(news.getByRole('link').elements()).toHaveLength(1);
  });

  it('of a body shows who votes, and changes it', async () => {
    const { container, workspace } = await open(oehlschlaeger, conference);
    await expect.element(page.getByText(/3 stimmberechtigt/u)).toBeVisible();
    await choose('Marlene Pfisterer', 'Nur beratend');
    await expect.element(page.getByText(/2 stimmberechtigt, 1 beratend/u)).toBeVisible();
    expect(workspace.pending$.value[0]?.command).toMatchObject({
      name: 'set-member',
      args: { function: 'member', votingStatus: 'advisory' },
    });
    expect(await findFaults(container)).toEqual([]);
  });

  it('without a chair tells whoever can give it one, who does so in two presses', async () => {
    const empty = toGroup('Gesamtlehrerkonferenz', 'body', []);
    const { container, workspace } = await open(hagemann, empty);
    await expect.element(page.getByText('Dieses Gremium hat noch keinen Vorsitz.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Vorsitz bestimmen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zum Vorsitz machen' }).click();
    await expect.element(dialog.getByText('Wählen Sie, wer den Vorsitz hat.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await userEvent.click(dialog.getByRole('textbox'));
    await userEvent.keyboard('oehlschl{Enter}');
    await dialog.getByRole('button', { name: 'Zum Vorsitz machen' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(workspace.pending$.value[0]?.command).toMatchObject({
      name: 'set-member',
      args: { personId: oehlschlaeger.id, function: 'chair', votingStatus: 'entitled' },
    });
    await expect.element(page.getByText('Dieses Gremium hat noch keinen Vorsitz.')).not.toBeInTheDocument();
    expect(memberNames()).toEqual(['Sabine Oehlschläger Vorsitz']);
  });

  it('without a chair keeps the voting status of a member who gets it, and says nothing to others', async () => {
    const body = toGroup('Gesamtlehrerkonferenz', 'body', [oehlschlaeger, brandt], []);
    const advisory = {
      ...body,
      members: body.members.map((one) => ({ ...one, votingStatus: 'advisory' as const })),
    };
    const { workspace } = await open(hagemann, advisory);
    await page.getByRole('button', { name: 'Vorsitz bestimmen …' }).click();
    await userEvent.click(page.getByRole('dialog').getByRole('textbox'));
    await userEvent.keyboard('oehlschl{Enter}');
    await page.getByRole('dialog').getByRole('button', { name: 'Zum Vorsitz machen' }).click();
    expect(workspace.pending$.value[0]?.command.args).toMatchObject({
      function: 'chair',
      votingStatus: 'advisory',
    });
    await open(brandt, { ...advisory, id: toGroup('x', 'body', []).id });
    await expect.element(page.getByRole('heading', { name: 'Gesamtlehrerkonferenz' })).toBeVisible();
    expect(page.getByText('Dieses Gremium hat noch keinen Vorsitz.').elements()).toHaveLength(0);
  });

  it('with many members shows the first of them at once, all on demand, and can be narrowed', async () => {
    await open(brandt, toGroup('Kollegium', 'staff', [brandt, ...toManyPersons(300)]));
    await expect.element(members().first()).toMatchTextContent(/Katharina Brandt/u);
    expect(members().elements()).toHaveLength(60);
    await page.getByRole('button', { name: 'Alle 301 Mitglieder zeigen' }).click();
    await vi.waitFor(() => expect(members().elements()).toHaveLength(301));
    await page.getByRole('textbox', { name: 'In dieser Gruppe finden' }).fill('juergen foerster');
    await vi.waitFor(() => expect(members().elements()).toHaveLength(3));
    await page.getByRole('textbox', { name: 'In dieser Gruppe finden' }).fill('niemand');
    await expect.element(page.getByText(/Nichts gefunden zu „niemand“\./u)).toBeVisible();
  });

  it('that is gone says so', async () => {
    const { workspace } = await open(demirel, history);
    workspace.documents$.next(new Map());
    await expect
      .element(page.getByText(/Das gibt es nicht, oder Sie dürfen es nicht mehr lesen\./u))
      .toBeVisible();
  });
});

describe('whoever chairs a group', () => {
  it('adds several people at once, with the keys alone', async () => {
    const { workspace } = await open(wiechert, class8b);
    await page.getByRole('button', { name: 'Personen hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toMatchTextContent(/liest auch alle früheren Mitteilungen/u);
    expect(await findFaults(document.body)).toEqual([]);
    await userEvent.click(dialog.getByRole('textbox'));
    await userEvent.keyboard('demirel{Enter}');
    await expect.element(dialog.getByRole('button', { name: 'Yusuf Demirel wieder abwählen' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog.getByRole('textbox')).toHaveValue('');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await page.getByRole('button', { name: '2 Personen hinzufügen' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(memberNames()).toEqual([
      'Jonas Wiechert (Sie) Vorsitz',
      'Yusuf Demirel',
      'Bernd Hagemann',
      'Annette Krautwurst',
    ]);
    expect(workspace.pending$.value.map(({ command }) => command.name)).toEqual(['set-member', 'set-member']);
  });

  it('is told when not all could be added, and those stay chosen', async () => {
    const { workspace } = await open(wiechert, class8b);
    await page.getByRole('button', { name: 'Personen hinzufügen' }).click();
    await userEvent.click(page.getByRole('dialog').getByRole('textbox'));
    await userEvent.keyboard('demirel{Enter}');
    workspace.refusal = 'outbox-full';
    await page.getByRole('button', { name: '1 Person hinzufügen' }).click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Der Postausgang ist voll\./u);
    await expect.element(page.getByRole('button', { name: '1 Person hinzufügen' })).toBeVisible();
  });

  it('removes somebody only after hearing what it means', async () => {
    const { workspace } = await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Aus der Gruppe entfernen …');
    await expect
      .element(page.getByRole('alertdialog'))
      .toMatchTextContent(
        /Annette Krautwurst verliert den Zugriff auf alle Mitteilungen dieser Gruppe, auch auf bereits gelesene\./u,
      );
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    expect(workspace.pending$.value).toHaveLength(0);
    await choose('Annette Krautwurst', 'Aus der Gruppe entfernen …');
    await page.getByRole('button', { name: 'Entfernen' }).click();
    await vi.waitFor(() => expect(memberNames()).toEqual(['Jonas Wiechert (Sie) Vorsitz']));
  });

  it('cannot leave the group without a chair', async () => {
    const { workspace } = await open(wiechert, class8b);
    await choose('Jonas Wiechert', 'Gruppe verlassen …');
    await page.getByRole('button', { name: 'Gruppe verlassen' }).click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/Die Gruppe braucht einen Vorsitz\./u);
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click();
    expect(workspace.pending$.value).toHaveLength(0);
  });

  it('gives up the chair only after being asked, once somebody else has it', async () => {
    await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Zum Vorsitz machen');
    await vi.waitFor(() => expect(memberNames()).toContain('Annette Krautwurst Vorsitz'));
    await choose('Jonas Wiechert', 'Zum Mitglied machen');
    await expect.element(page.getByRole('alertdialog')).toMatchTextContent(/Den Vorsitz abgeben\?/u);
    await page.getByRole('button', { name: 'Vorsitz abgeben' }).click();
    await vi.waitFor(() =>
      expect(memberNames()).toEqual(['Annette Krautwurst Vorsitz', 'Jonas Wiechert (Sie)']),
    );
  });

  it('renames the group, but not to a name that cannot be', async () => {
    await open(wiechert, class8b);
    await page.getByRole('button', { name: 'Gruppe umbenennen' }).click();
    const field = page.getByRole('textbox', { name: 'Name der Gruppe' });
    await field.fill('Personalrat');
    await expect
      .element(page.getByText(/Gruppen der Personalvertretung richtet Umlauf noch nicht ein/u))
      .toBeVisible();
    await field.fill('fachschaft geschichte');
    await expect
      .element(page.getByText(/Eine Gruppe „fachschaft geschichte“ gibt es schon\./u))
      .toBeVisible();
    await field.fill('Klassenteam 9b');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Klassenteam 9b' })).toBeVisible();
  });
});

describe('a change of a group', () => {
  it('is quiet while it is under way, and shows when it waits for a connection', async () => {
    const { container, workspace } = await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Zur Stellvertretung machen');
    await vi.waitFor(() => expect(memberNames()).toContain('Annette Krautwurst Stellvertretung'));
    expect(page.getByText(/Wartet auf Verbindung/u).elements()).toHaveLength(0);
    workspace.truth$.next(OFFLINE);
    await expect.element(page.getByText(/Annette Krautwurst als Stellvertretung/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: /^Zurücknehmen/u }).click();
    await vi.waitFor(() => expect(memberNames()).toContain('Annette Krautwurst'));
    expect(workspace.pending$.value).toHaveLength(0);
  });

  it('that takes long in spite of a connection says that it is under way', async () => {
    await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Zum Gast machen');
    await expect.element(page.getByText('Annette Krautwurst als Gast')).toBeVisible();
    expect(page.getByText('Wird gesendet').elements().length).toBeGreaterThan(0);
    expect(page.getByText('Wartet auf Verbindung').elements()).toHaveLength(0);
  });

  it('that went out meanwhile cannot be taken back, and says so', async () => {
    const { workspace } = await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Zum Gast machen');
    workspace.truth$.next(OFFLINE);
    const button = page.getByRole('button', { name: /^Zurücknehmen/u });
    await expect.element(button).toBeVisible();
    const [mid] = workspace.pending$.value.map(({ command }) => command.mid);
    vi.spyOn(workspace, 'takeBack').mockResolvedValue({ ok: false, reason: 'sent' });
    await button.click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/Schon gesendet/u);
    if (mid !== undefined) workspace.land(mid);
  });

  it('that cannot be taken back for want of space stays, and says so', async () => {
    const { workspace } = await open(wiechert, class8b);
    await choose('Annette Krautwurst', 'Zum Gast machen');
    workspace.truth$.next(OFFLINE);
    vi.spyOn(workspace, 'takeBack').mockResolvedValue({ ok: false, reason: 'disk-full' });
    await page.getByRole('button', { name: /^Zurücknehmen/u }).click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/kein Platz|Speicher/u);
  });

  it('that was refused stands with its reason until it is understood', async () => {
    const { workspace } = await open(wiechert, class8b);
    const submitted = await workspace.submit('rename-group', { id: class8b.id, name: 'Klassenteam 9b' });
    if (submitted.ok) workspace.deliver(submitted.mid, { state: 'refused', reason: 'name-taken', at: NOW });
    workspace.truth$.next(ONLINE);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(
        /Nicht gespeichert: Neuer Name „Klassenteam 9b“\. Eine Gruppe „Klassenteam 9b“ gibt es schon\./u,
      );
    await page.getByRole('button', { name: 'Verstanden' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});

describe('whoever leaves a group', () => {
  it('hears what it means and is out', async () => {
    await open(krautwurst, class8b);
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await page.getByRole('menuitem', { name: 'Gruppe verlassen …' }).click();
    await expect.element(page.getByRole('alertdialog')).toMatchTextContent(/auch auf bereits gelesene/u);
    await page.getByRole('button', { name: 'Gruppe verlassen' }).click();
    await expect.element(page.getByText(/1 Mitglied · Sie gehören nicht dazu/u)).toBeVisible();
  });

  it('as the last of all hears that the group stays behind empty, and who can add people then', async () => {
    await open(wiechert, toGroup('AG Chronik', 'working', [wiechert]));
    await choose('Jonas Wiechert', 'Gruppe verlassen …');
    const dialog = page.getByRole('alertdialog');
    await expect.element(dialog).toMatchTextContent(/Die Gruppe bleibt leer zurück\./u);
    await expect.element(dialog).toMatchTextContent(/nur Schulleitung, Sekretariat oder Administration/u);
    expect(dialog.getByText(/kann Sie der Vorsitz/u).elements()).toHaveLength(0);
  });

  it('[GRP4] cannot leave all staff, and is told why', async () => {
    const staff = toGroup('Kollegium', 'staff', [demirel, krautwurst, oehlschlaeger]);
    const { container } = await open(krautwurst, staff);
    await expect.element(page.getByText(/Das Kollegium verlässt niemand selbst/u)).toBeVisible();
    expect(page.getByRole('button').elements()).toHaveLength(0);
    expect(await findFaults(container)).toEqual([]);
    await open(demirel, staff);
    await manage('Yusuf Demirel').click();
    await expect.element(page.getByRole('menuitem', { name: 'Zum Mitglied machen' })).toBeVisible();
    expect(page.getByRole('menuitem', { name: 'Gruppe verlassen …' }).elements()).toHaveLength(0);
    await userEvent.keyboard('{Escape}');
    await open(oehlschlaeger, staff);
    await expect.element(page.getByRole('button', { name: 'Weiteres' })).toBeVisible();
  });
});

describe('a body that is kept off private devices', () => {
  const officialOnly = () => page.getByRole('switch', { name: 'Nicht auf privaten Geräten' });

  it('[DEV1] is marked by the leadership at the body itself, and its members are told', async () => {
    const { container, workspace } = await open(oehlschlaeger, conference);
    await expect.element(officialOnly()).not.toBeChecked();
    await officialOnly().click();
    await expect.element(officialOnly()).toBeChecked();
    expect(workspace.pending$.value.at(-1)?.command).toMatchObject({
      name: 'set-group-devices',
      args: { groupId: conference.id, officialOnly: true },
    });
    expect(await findFaults(container)).toEqual([]);
    const marked = { ...conference, id: history.id, officialOnly: true };
    const other = await open(brandt, marked);
    other.workspace.put(marked);
    await expect
      .element(page.getByText(/lesen und beantworten Sie an einem Gerät der Schule/u))
      .toBeVisible();
    expect(officialOnly().elements()).toHaveLength(0);
    expect(await findFaults(other.container)).toEqual([]);
  });

  it('is no question where it is no body', async () => {
    await open(oehlschlaeger, history);
    await expect.element(page.getByRole('heading', { name: 'Fachschaft Geschichte' })).toBeVisible();
    expect(officialOnly().elements()).toHaveLength(0);
  });
});
