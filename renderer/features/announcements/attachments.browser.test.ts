import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import AnnouncementDetail from './AnnouncementDetail.svelte';
import Composer from './Composer.svelte';
import { toPicture, toShownPicture } from './letter/picture.ts';
import { toSegment, type Place } from './place.ts';
import { BRA, GROUPS, NOW, SCHOOL, toAnnouncement, toSelf } from './test-school.ts';
import { createTestWorkspace, OFFLINE, type TestWorkspace } from './test-workspace.ts';

const open = (): TestWorkspace => createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, ...GROUPS]);
const write = async (workspace: TestWorkspace, place?: { kind: 'edit'; id: Id }) => {
  const ondone = vi.fn();
  const at = place ?? { kind: 'draft' as const, id: workspace.createId() };
  const props = { workspace, place: at, now: NOW, ondone, ondiscard: vi.fn() };
  return { ...(await render(Composer, props)), ondone };
};
const read = (workspace: TestWorkspace, id: Id) =>
  render(AnnouncementDetail, {
    workspace,
    id,
    now: NOW,
    hrefOf: (place: Place) => `/mitteilungen/${toSegment(place)}`,
    notSavedHref: '/nicht-gespeichert',
  });

const button = (name: string | RegExp) => page.getByRole('button', { name });
const toFile = (name: string, size: number, type = 'application/pdf') =>
  new File([new Uint8Array(size)], name, { type });
const choose = (container: Element, ...chosen: File[]): void => {
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  const data = new DataTransfer();
  chosen.forEach((file) => data.items.add(file));
  if (input === null) throw new Error('there is no chooser');
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
const idOf = (workspace: TestWorkspace): Id => {
  const [draft] = workspace.drafts$.value;
  const content = draft?.content as { options: { attachments: FileReference[] } } | undefined;
  return content?.options.attachments[0]?.id ?? expect.unreachable('nothing is attached');
};
const plan = (name: string, size: number): FileReference => ({
  id: open().createId(),
  name,
  size,
  type: 'application/pdf',
});
/** A picture of two colours, of this type. */
const paint = async (type: string, width = 40, height = 20): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#0a6b6b';
  context.fillRect(0, 0, width, height / 2);
  return canvas.convertToBlob({ type });
};

beforeEach(() => page.viewport(1000, 1000));

describe('attaching files', () => {
  it('shows each with its size and how far it is, in numbers, and sends them with the letter', async () => {
    const workspace = open();
    const { container, ondone } = await write(workspace);
    await expect.element(button('Dateien anhängen …')).toBeVisible();
    choose(container, toFile('Aufsichtsplan.pdf', 8_000_000), toFile('Liste.xlsx', 40_000));
    await expect.element(page.getByText('Aufsichtsplan.pdf')).toBeVisible();
    await expect.element(page.getByText('Liste.xlsx')).toBeVisible();
    await expect.poll(() => workspace.drafts$.value.length).toBe(1);
    const id = idOf(workspace);
    await expect.element(page.getByText('Wartet, geht von selbst hinaus: 0 von 8 MB')).toBeVisible();
    workspace.files.move(id, { up: { state: 'moving', done: 3_200_000 } });
    await expect.element(page.getByText('Wird hochgeladen: 3,2 von 8 MB')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    workspace.files.move(id, { up: { state: 'done', done: 8_000_000 } });
    await expect.element(page.getByText('8 MB · Hochgeladen')).toBeVisible();

    await button('Gruppen wählen …').click();
    await page.getByRole('checkbox', { name: 'Kollegium' }).click();
    await button('Übernehmen').click();
    await page.getByRole('textbox', { name: 'Titel' }).fill('Aufsichtsplan');
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.click();
    await text.fill('Siehe Anhang.');
    await button('Senden').click();
    await expect.poll(() => ondone.mock.calls.length).toBe(1);
    expect(workspace.pending$.value[0]?.command.args).toMatchObject({
      attachments: [{ id, name: 'Aufsichtsplan.pdf', size: 8_000_000 }, { name: 'Liste.xlsx' }],
    });
  });

  it('says which file is too large, empty or one too many, and keeps the others', async () => {
    const workspace = open();
    const { container } = await write(workspace);
    await expect.element(button('Dateien anhängen …')).toBeVisible();
    choose(container, toFile('Film.mp4', 20_000_001), toFile('leer.txt', 0), toFile('gut.pdf', 10));
    await expect.element(page.getByText(/Film\.mp4 ist mit 20 MB zu groß/u)).toBeVisible();
    await expect.element(page.getByText('leer.txt ist leer.')).toBeVisible();
    await expect.element(page.getByText('gut.pdf')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    choose(container, ...Array.from({ length: 10 }, (_, at) => toFile(`${at}.pdf`, 10)));
    await expect.element(page.getByText(/Mehr als 10 Anhänge/u)).toBeVisible();
    await expect.element(page.getByText('8.pdf')).toBeVisible();
    expect(page.getByText('9.pdf').elements()).toEqual([]);
    await expect.element(button('Dateien anhängen …')).toBeDisabled();
  });

  it('can be taken away again, and a failed upload is said and tried again', async () => {
    const workspace = open();
    const { container } = await write(workspace);
    await expect.element(button('Dateien anhängen …')).toBeVisible();
    choose(container, toFile('Plan.pdf', 1_000));
    await expect.poll(() => workspace.drafts$.value.length).toBe(1);
    const id = idOf(workspace);
    workspace.files.move(id, { up: { state: 'failed', done: 0, reason: 'storage-full' } });
    await expect
      .element(page.getByText(/Nicht hochgeladen\. Der Speicher des Servers ist voll\./u))
      .toBeVisible();
    await button('Noch einmal versuchen').click();
    await expect.element(page.getByText(/geht von selbst hinaus/u)).toBeVisible();
    await button('Plan.pdf entfernen').click();
    await expect.element(page.getByText('Plan.pdf')).not.toBeInTheDocument();
    expect(await workspace.files.open(id)).toBeUndefined();
  });

  it('takes what is dropped on the letter and a picture that is pasted, but leaves pasted text to the editor', async () => {
    const { container } = await write(open());
    await expect.element(page.getByRole('textbox', { name: 'Text', exact: true })).toBeVisible();
    const form = container.querySelector('form') ?? expect.unreachable('no letter');
    const data = new DataTransfer();
    data.items.add(toFile('gezogen.pdf', 100));
    form.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.element(page.getByText('gezogen.pdf')).toBeVisible();
    const pasted = new DataTransfer();
    pasted.items.add(toFile('image.png', 100, 'image/png'));
    const editor = page.getByRole('textbox', { name: 'Text', exact: true }).element();
    editor.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    );
    await expect.element(page.getByText('image.png')).toBeVisible();
    const both = new DataTransfer();
    both.items.add(toFile('vorschau.png', 100, 'image/png'));
    both.setData('text/html', '<p>Aus der Textverarbeitung</p>');
    editor.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: both, bubbles: true, cancelable: true }),
    );
    await expect.element(page.getByText('Aus der Textverarbeitung')).toBeVisible();
    expect(page.getByText('vorschau.png').elements()).toEqual([]);
  });

  it('an edit begins with what is attached, and may take it away', async () => {
    const workspace = open();
    const letter = toAnnouncement({ title: 'Plan', author: BRA, attachments: [plan('alt.pdf', 5_000)] });
    workspace.put(letter);
    await write(workspace, { kind: 'edit', id: letter.id });
    await button('alt.pdf entfernen').click();
    await button('Änderung speichern').click();
    await expect.poll(() => workspace.pending$.value.length).toBe(1);
    expect(workspace.pending$.value[0]?.command.args).toMatchObject({ attachments: [] });
  });
});

describe('an attachment for its reader', () => {
  const show = async (file: FileReference, change?: (workspace: TestWorkspace) => void) => {
    const workspace = open();
    const letter = toAnnouncement({ title: 'Plan', attachments: [file] });
    workspace.put(letter);
    change?.(workspace);
    return { workspace, ...(await read(workspace, letter.id)) };
  };

  it('is loaded on tap with numbers, can be stopped and gone on with, then saved', async () => {
    const file = plan('Aufsichtsplan.pdf', 8_000_000);
    const { workspace, container } = await show(file);
    await expect.element(page.getByText('8 MB')).toBeVisible();
    await button('Laden').click();
    workspace.files.move(file.id, { here: 3_200_000, down: { state: 'moving', done: 3_200_000 } });
    await expect.element(page.getByText('Wird geladen: 3,2 von 8 MB')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await button('Abbrechen').click();
    await expect.element(page.getByText('Angehalten: 3,2 von 8 MB')).toBeVisible();
    await button('Weiter laden').click();
    await expect.element(page.getByText('Wartet, geht von selbst weiter: 3,2 von 8 MB')).toBeVisible();
    workspace.files.lay(file.id, new Blob(['%PDF']));
    await expect.element(button('Speichern')).toBeVisible();
    const saved = new Promise<string>((resolve) => {
      document.addEventListener(
        'click',
        (event) => {
          const link = event.target;
          if (!(link instanceof HTMLAnchorElement)) return;
          event.preventDefault();
          resolve(link.download);
        },
        { capture: true },
      );
      const click = HTMLAnchorElement.prototype.click;
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementationOnce(function (
        this: HTMLAnchorElement,
      ) {
        document.body.append(this);
        click.call(this);
        this.remove();
      });
    });
    await button('Speichern').click();
    expect(await saved).toBe('Aufsichtsplan.pdf');
    expect(await findFaults(container)).toEqual([]);
  });

  it('offline and not here, it says so and offers nothing that cannot be done', async () => {
    const { container } = await show(plan('Plan.pdf', 5_000), (workspace) => workspace.truth$.next(OFFLINE));
    await expect.element(page.getByText(/Nicht auf diesem Gerät/u)).toBeVisible();
    expect(button('Laden').elements()).toEqual([]);
    expect(await findFaults(container)).toEqual([]);
  });

  it('is kept for offline by a switch', async () => {
    const file = plan('Plan.pdf', 5_000);
    const { workspace } = await show(file);
    await page.getByRole('switch', { name: 'Offline verfügbar' }).click();
    workspace.files.lay(file.id, new Blob(['x']));
    await expect.element(page.getByRole('switch', { name: 'Offline verfügbar' })).toBeChecked();
    await expect.element(page.getByText(/Auf diesem Gerät/u)).toBeVisible();
  });

  it('says when it is damaged or gone', async () => {
    const file = plan('Plan.pdf', 5_000);
    const { workspace, container } = await show(file);
    workspace.files.move(file.id, { down: { state: 'failed', done: 0, reason: 'file-damaged' } });
    await expect.element(page.getByText('Der Anhang kam beschädigt an und wurde verworfen.')).toBeVisible();
    workspace.files.move(file.id, { down: { state: 'failed', done: 0, reason: 'not-found' } });
    await expect.element(page.getByText('Den Anhang gibt es nicht mehr.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('a picture that is here is shown, drawn anew', async () => {
    const file = { ...plan('Foto.png', 500), type: 'image/png' };
    const { workspace, container } = await show(file);
    await expect.element(button('Anzeigen')).toBeVisible();
    workspace.files.lay(file.id, await paint('image/png'));
    const picture = page.getByRole('img', { name: 'Foto.png' });
    await expect.element(picture).toBeVisible();
    expect(picture.element().getAttribute('src')).toMatch(/^blob:/u);
    expect(await findFaults(container)).toEqual([]);
  });

  it('a very full letter still fits a small screen', async () => {
    await page.viewport(390, 844);
    const workspace = open();
    const letter = toAnnouncement({
      title: 'Viele Anhänge',
      attachments: Array.from({ length: 10 }, (_, at) => ({
        ...plan(`${'SehrLangerDateinameOhneLeerzeichen'.repeat(3)}_${at}.pdf`, 19_900_000),
        id: workspace.createId(),
      })),
    });
    workspace.put(letter);
    const { container } = await read(workspace, letter.id);
    await expect.element(page.getByText(/_9\.pdf/u)).toBeVisible();
    for (const group of container.querySelectorAll('[role="group"]'))
      expect(group.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container)).toEqual([]);
  });
});

describe('[FILE6] what is shown as a picture', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])(
    '%s, by its first bytes, and smaller if it is large',
    async (type) => {
      const shown = await toShownPicture(await paint(type, 3_200, 100));
      expect(shown?.type).toBe(type);
      const bitmap = await createImageBitmap(shown ?? new Blob());
      expect([bitmap.width, bitmap.height]).toEqual([1_600, 50]);
    },
  );

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<html><script>alert(1)</script></html>'],
    ['a page that begins like a picture', '\u0089PNG\r\n\u001a\n<script>alert(1)</script>'],
    ['nothing', ''],
  ])('%s is not', async (_what, text) => {
    expect(await toShownPicture(new Blob([text], { type: 'image/png' }))).toBeUndefined();
  });

  it('what hides behind the points of a picture is gone', async () => {
    const hidden = new Blob([await paint('image/png'), '<script>alert(1)</script>']);
    const shown = await toShownPicture(hidden);
    expect(await shown?.text()).not.toContain('script');
  });

  it('a small file that claims to be a huge picture is not decoded', async () => {
    const bytes = new Uint8Array(await (await paint('image/png')).arrayBuffer());
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    expect(toPicture(new DataView(bytes.buffer))?.width).toBe(60_000);
    expect(await toShownPicture(new Blob([bytes]))).toBeUndefined();
  });
});
