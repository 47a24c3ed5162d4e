import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { chooseStaff, open, paste, send, sentBody, show, text, title } from './composer.fixture.ts';
import { HISTORY, KRA, SCHOOL, STAFF, VOL } from './test-school.ts';

beforeEach(() => page.viewport(1000, 1000));

describe('writing an announcement', () => {
  it('is accessible, and keeps content away from the browser’s own memory', async () => {
    const { container } = await show(open());
    await expect.element(text).toBeVisible();
    await page.getByRole('switch', { name: 'Um Kenntnisnahme bitten' }).click();
    await page.getByRole('switch', { name: 'Um Rückmeldung bitten' }).click();
    await page.getByLabelText(/Eintragen/u).click();
    await page.getByRole('switch', { name: 'Später veröffentlichen' }).click();
    expect(await findFaults(container)).toEqual([]);
    for (const input of container.querySelectorAll('input[type="text"]')) {
      expect([input.getAttribute('autocomplete'), input.getAttribute('spellcheck')]).toEqual([
        'off',
        'false',
      ]);
    }
    expect(text.element().getAttribute('spellcheck')).toBe('false');
  });

  it('says at each field what is missing, and stops saying so as it is mended', async () => {
    const workspace = open();
    const { container, ondone } = await show(workspace);
    await expect.element(text).toBeVisible();
    await send.click();
    await expect.element(page.getByText('Wählen Sie mindestens eine Gruppe.')).toBeVisible();
    await expect.element(page.getByText('Geben Sie einen Titel ein.')).toBeVisible();
    await expect.element(page.getByText('Schreiben Sie einen Text.')).toBeVisible();
    await expect.element(page.getByText('3 Angaben fehlen noch oder stimmen nicht.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Gruppen wählen …' })).toHaveFocus();
    expect(await findFaults(container)).toEqual([]);
    await title.fill('Aufsichtsplan');
    await expect.element(page.getByText('Geben Sie einen Titel ein.')).not.toBeInTheDocument();
    expect(ondone).not.toHaveBeenCalled();
    expect(workspace.pending$.value).toEqual([]);
  });

  it('becomes a command with exactly what was formatted', async () => {
    const workspace = open();
    const { ondone } = await show(workspace);
    await chooseStaff();
    await expect.element(page.getByText('Geht an 10 Personen.')).toBeVisible();
    await title.fill('Aufsichtsplan');
    await text.click();
    await page.getByRole('button', { name: 'Überschrift', exact: true }).click();
    await userEvent.keyboard('Plan{Enter}Bitte ');
    await userEvent.keyboard('{Control>}b{/Control}');
    await expect.element(page.getByRole('button', { name: 'Fett' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('sofort{Control>}b{/Control} lesen');
    await page.getByRole('switch', { name: 'Um Kenntnisnahme bitten' }).click();
    await send.click();
    await expect.poll(() => ondone.mock.calls.length).toBe(1);
    expect(workspace.drafts$.value).toEqual([]);
    expect(workspace.pending$.value[0]?.command).toMatchObject({
      name: 'announce',
      args: { title: 'Aufsichtsplan', groupIds: [STAFF.id], acknowledgement: {} },
    });
    expect(sentBody(workspace)).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Plan' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Bitte ' },
            { type: 'text', text: 'sofort', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' lesen' },
          ],
        },
      ],
    });
    const listed = workspace.pending$.value[0]?.hints.groups?.map((group) => group.id);
    expect(listed).toEqual([STAFF.id]);
  });

  it('survives leaving the page at any moment, with every field', async () => {
    const workspace = open();
    const first = await show(workspace);
    await title.fill('Halb fert');
    await text.click();
    await userEvent.keyboard('Liebe Koll');
    await page.getByRole('switch', { name: 'Um Rückmeldung bitten' }).click();
    await page.getByRole('textbox', { name: 'Frage' }).fill('Wer kommt');
    await first.unmount();
    await expect.poll(() => workspace.drafts$.value).toHaveLength(1);
    await show(workspace, first.place);
    await expect.element(title).toHaveValue('Halb fert');
    await expect.element(text).toHaveTextContent('Liebe Koll');
    await expect.element(page.getByRole('textbox', { name: 'Frage' })).toHaveValue('Wer kommt');
  });

  it('is saved with the first key, and asks whoever leaves before it is saved', async () => {
    const workspace = open();
    let isStuck = true;
    const put = workspace.drafts.put.bind(workspace.drafts);
    const waiting = Promise.withResolvers<undefined>();
    Object.assign(workspace.drafts, {
      put: async (draft: Parameters<typeof put>[0]) => {
        if (isStuck) await waiting.promise;
        return put(draft);
      },
    });
    const leave = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await show(workspace);
    expect(leave()).toBe(false);
    await title.fill('A');
    expect(leave()).toBe(true);
    isStuck = false;
    waiting.resolve(undefined);
    await expect.element(page.getByText('Entwurf gesichert 07:50')).toBeVisible();
    expect(workspace.drafts$.value).toHaveLength(1);
    expect(leave()).toBe(false);
  });

  it('is saved by itself a moment after the last key, and can be thrown away and brought back', async () => {
    const workspace = open();
    const { ondiscard } = await show(workspace);
    await title.fill('Entwurf');
    await expect.element(page.getByText('Entwurf gesichert 07:50')).toBeVisible();
    const [draft] = workspace.drafts$.value;
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    await expect.poll(() => ondiscard.mock.calls.length).toBe(1);
    expect(workspace.drafts$.value).toEqual([]);
    const { toasts } = await import('#renderer/ui/toasts.svelte.ts');
    toasts().at(-1)?.act?.run();
    await expect.poll(() => workspace.drafts$.value[0]?.content).toEqual(draft?.content);
  });

  it('keeps everything when outbox or disk are full', async () => {
    const workspace = open();
    workspace.refusal = 'outbox-full';
    const { ondone } = await show(workspace);
    await chooseStaff();
    await title.fill('Voll');
    await text.click();
    await userEvent.keyboard('Text');
    await send.click();
    await expect.element(page.getByText(/Der Postausgang ist voll/u)).toBeVisible();
    await expect.element(title).toHaveValue('Voll');
    expect(ondone).not.toHaveBeenCalled();
    expect(workspace.drafts$.value).toHaveLength(1);
  });

  it('offers only groups one may write to, and "Dringend" to the leadership alone', async () => {
    const stranger = { ...KRA, id: open().createId() };
    const outsider = await show(open(stranger));
    await page.getByRole('button', { name: 'Gruppen wählen …' }).click();
    await expect.element(page.getByText('Keine Gruppe heißt so.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(page.getByRole('switch', { name: 'Dringend' }).elements()).toEqual([]);
    await outsider.unmount();
    await show(open(VOL, 'leadership'));
    await expect.element(page.getByRole('switch', { name: 'Dringend' })).toBeVisible();
    await page.getByRole('button', { name: 'Gruppen wählen …' }).click();
    await expect.element(page.getByRole('checkbox', { name: HISTORY.name })).toBeVisible();
  });

  it('says which group of an old draft one may no longer write to', async () => {
    const workspace = open();
    const first = await show(workspace);
    await chooseStaff();
    await title.fill('Plan');
    await text.click();
    await userEvent.keyboard('Text');
    await first.unmount();
    await expect.poll(() => workspace.drafts$.value).toHaveLength(1);
    workspace.put({ ...SCHOOL, rev: 2, teachersReachAllStaff: false });
    const { ondone } = await show(workspace, first.place);
    await expect.element(page.getByText(/An Kollegium dürfen Sie nicht schreiben/u)).toBeVisible();
    await send.click();
    expect(ondone).not.toHaveBeenCalled();
    expect(workspace.pending$.value).toEqual([]);
    await page.getByRole('button', { name: 'Kollegium entfernen' }).click();
    await expect.element(page.getByText(/dürfen Sie nicht schreiben/u)).not.toBeInTheDocument();
  });

  it('turns what Word puts on the clipboard into plain paragraphs and lists', async () => {
    const workspace = open();
    await show(workspace);
    await chooseStaff();
    await title.fill('Aus Word');
    await text.click();
    paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
      <!--StartFragment--><h1 style="color:red">Elternabend</h1>
      <p class="MsoNormal" style="margin:0;font-family:Calibri"><span style="color:#c00">Liebe <b>alle</b>,<o:p></o:p></span></p>
      <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
      <p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>Raum 207</p>
      <p class="MsoListParagraphCxSpLast" style="mso-list:l0 level1 lfo1"><span>·&nbsp;&nbsp;</span>Beginn 19 Uhr</p>
      <p class="MsoNormal"><a href="javascript:alert(1)" onclick="alert(1)">Klick</a> <a href="https://schule.example">Plan</a></p>
      <img src="https://foreign.example/spy.png"><script>window.hit = 1</script><!--EndFragment--></body></html>`);
    await send.click();
    await expect
      .poll(() => sentBody(workspace))
      .toEqual({
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Elternabend' }] },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Liebe ' },
              { type: 'text', text: 'alle', marks: [{ type: 'bold' }] },
              { type: 'text', text: ',' },
            ],
          },
          {
            type: 'bulletList',
            content: ['Raum 207', 'Beginn 19 Uhr'].map((item) => ({
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: item }] }],
            })),
          },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Klick ' },
              {
                type: 'text',
                text: 'Plan',
                marks: [{ type: 'link', attrs: { href: 'https://schule.example' } }],
              },
            ],
          },
        ],
      });
    expect('hit' in window).toBe(false);
  });

  it('takes addresses of the web as links and nothing else', async () => {
    const workspace = open();
    const { container } = await show(workspace);
    await text.click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByRole('textbox', { name: 'Adresse' }).fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Einfügen' }).click();
    await expect.element(page.getByText(/Das ist keine Adresse im Netz/u)).toBeVisible();
    await page.getByRole('textbox', { name: 'Adresse' }).fill('www.schule.example/plan');
    await page.getByRole('button', { name: 'Einfügen' }).click();
    await expect
      .poll(() => container.querySelector('.ProseMirror a')?.getAttribute('href'))
      .toBe('https://www.schule.example/plan');
  });

  it('tells how long the title is only when it is nearly too long', async () => {
    await show(open());
    await title.fill('x'.repeat(179));
    expect(page.getByText(/noch \d+ Zeichen/u).elements()).toEqual([]);
    await title.fill('x'.repeat(188));
    await expect.element(page.getByText('noch 12 Zeichen')).toBeVisible();
    await expect.element(title).toHaveAccessibleDescription('noch 12 Zeichen');
    await title.fill('x'.repeat(201));
    await expect.element(page.getByText('1 Zeichen zu viel')).toBeVisible();
  });

  it('calls dates dates, and says under the whole row what is wrong with its places', async () => {
    const { container } = await show(open());
    await page.getByRole('switch', { name: 'Um Rückmeldung bitten' }).click();
    await page.getByLabelText(/Termine/u).click();
    await expect.element(page.getByRole('textbox', { name: 'Termin 1' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Weiterer Termin' })).toBeVisible();
    await send.click();
    await expect
      .element(page.getByText('Füllen Sie diesen Termin aus', { exact: false }).first())
      .toBeVisible();
    await page.getByLabelText(/Eintragen/u).click();
    const places = page.getByRole('textbox', { name: 'Plätze für Antwort 1' });
    await places.fill('0');
    await send.click();
    await expect.element(places).toHaveAccessibleDescription('1 bis 999, oder leer für beliebig viele.');
    await expect.element(places).toHaveAttribute('aria-invalid', 'true');
    const line = page.getByText('1 bis 999, oder leer für beliebig viele.').element();
    expect(line.getBoundingClientRect().height).toBeLessThan(24);
    expect(await findFaults(container)).toEqual([]);
  });

  it('lets the text have a low window to itself', async () => {
    await page.viewport(683, 384);
    const { container } = await show(open());
    await expect.element(text).toBeVisible();
    const stuck = [...container.querySelectorAll('*')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    expect(stuck).toEqual([]);
  });

  it('is left without a fault while somebody writes in it', async () => {
    const faults: unknown[] = [];
    const note = (event: ErrorEvent): void => void faults.push(event.message);
    addEventListener('error', note);
    const workspace = open();
    const { rerender, unmount } = await show(workspace);
    await text.click();
    await userEvent.keyboard('Mitten im Satz');
    await rerender({ place: { kind: 'draft', id: workspace.createId() } });
    await expect.element(text).not.toHaveTextContent('Mitten im Satz');
    await text.click();
    await userEvent.keyboard('Noch einer');
    await unmount();
    removeEventListener('error', note);
    expect(faults).toEqual([]);
  });

  it('moves through the buttons over the text with arrows, one tab stop for all', async () => {
    await show(open());
    const toolbar = page.getByRole('toolbar', { name: 'Text gestalten' });
    await expect.element(toolbar).toBeVisible();
    const buttons = toolbar.element().querySelectorAll('button');
    expect([...buttons].filter((button) => button.tabIndex === 0)).toHaveLength(1);
    buttons[0]?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Unterstrichen' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('button', { name: 'Wiederholen' })).toHaveFocus();
  });
});
