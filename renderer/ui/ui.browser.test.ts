import './style.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { findFaults } from './accessibility.fixture.ts';
import DialogSpecimen from './DialogSpecimen.fixture.svelte';
import ListSpecimen from './ListSpecimen.fixture.svelte';
import Specimens from './Specimens.fixture.svelte';
import { dismiss, notify, toasts } from './toasts.svelte.ts';
import Toasts from './Toasts.svelte';

beforeEach(() => page.viewport(1200, 800));
afterEach(() => {
  for (const toast of [...toasts()]) dismiss(toast.id);
});

describe('the building blocks', () => {
  it.each(['online', 'connecting', 'offline'] as const)(
    'are accessible in both themes, %s',
    async (connection) => {
      const { container } = await render(Specimens, { connection });
      await expect.element(page.getByRole('status', { name: 'Lädt' })).toBeVisible();
      expect(await findFaults(container)).toEqual([]);
    },
  );

  it('are at least 44 pixels where they are pressed', async () => {
    const { container } = await render(Specimens);
    const small = [...container.querySelectorAll('button, input.input, .choice, [role="tab"]')]
      .map((element) => ({
        name: element.textContent.trim() || element.ariaLabel,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height < 43.5);
    expect(small).toEqual([]);
  });

  it('are accessible as menu and list that float over the page', async () => {
    await render(Specimens);
    await page.getByRole('button', { name: 'Weiteres' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'Zurückziehen …' })).toBeVisible();
    expect(await findFaults(document.body)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Weiteres' })).toHaveFocus();
    await page.getByRole('combobox', { name: 'Sprache' }).click();
    await page.getByRole('option', { name: 'Englisch' }).click();
    await expect.element(page.getByRole('combobox', { name: 'Sprache' })).toHaveTextContent('Englisch');
  });
});

describe('a menu', () => {
  const trigger = () => page.getByRole('button', { name: 'Weiteres' });

  it('opens with the arrow on its first command and gives the focus back', async () => {
    await render(Specimens);
    const button = trigger().element();
    if (button instanceof HTMLElement) button.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Ändern' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.element(trigger()).toHaveFocus();
  });

  it('closes when its button is pressed again', async () => {
    await render(Specimens);
    await trigger().click();
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByRole('menu')).toBeVisible();
    await trigger().click({ force: true });
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('a list of thousands', () => {
  const entries = () => page.getByRole('list', { name: 'Mitteilungen' }).getByRole('link');

  it('draws only what is seen, is accessible, and says how long it is', async () => {
    const { container } = await render(ListSpecimen);
    await expect.element(entries().first()).toBeVisible();
    expect(entries().elements().length).toBeLessThan(25);
    expect(container.querySelector('li')?.getAttribute('aria-setsize')).toBe('2000');
    expect(await findFaults(container)).toEqual([]);
  });

  it('is walked with the arrows and left with one press of Tab', async () => {
    await render(ListSpecimen);
    await userEvent.tab();
    await expect.element(entries().first()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.getAttribute('href')).toBe('#e2');
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('href')).toBe('#e1999'));
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('href')).toBe('#e0'));
    await userEvent.tab({ shift: true });
    expect(document.activeElement?.getAttribute('href') ?? '').not.toContain('#e');
  });

  it('keeps its place when entries arrive above', async () => {
    const { container, rerender } = await render(ListSpecimen, { count: 500, first: 100 });
    const viewport = container.querySelector('.viewport');
    expect(viewport).not.toBeNull();
    viewport?.scrollTo(0, 4_000);
    const topEntry = (): string | undefined => {
      const edge = viewport?.getBoundingClientRect();
      return (
        edge &&
        document
          .elementFromPoint(edge.left + 40, edge.top + 4)
          ?.closest('li')
          ?.textContent.trim()
      );
    };
    await vi.waitFor(() => expect(topEntry()).toContain('Mitteilung e1'));
    const before = topEntry();
    await rerender({ count: 600, first: 0 });
    await vi.waitFor(() => expect(topEntry()).toBe(before));
  });

  it('scrolls to the entry that is open', async () => {
    await render(ListSpecimen, { current: 'e900' });
    await expect.element(page.getByRole('link', { name: /Mitteilung e900/ })).toBeInViewport();
    await expect
      .element(page.getByRole('link', { name: /Mitteilung e900/ }))
      .toHaveAttribute('aria-current', 'true');
  });
});

describe('dialogs', () => {
  it('begin in their first field, are accessible, and give the focus back', async () => {
    await render(DialogSpecimen, { onconfirm: vi.fn() });
    const opener = page.getByRole('button', { name: 'Gruppe anlegen …' });
    await opener.click();
    await expect.element(page.getByRole('textbox', { name: 'Name der Gruppe' })).toHaveFocus();
    expect(await findFaults(document.body)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  it('ask before a dangerous act and stand on the harmless answer', async () => {
    const onconfirm = vi.fn();
    await render(DialogSpecimen, { onconfirm });
    await page.getByRole('button', { name: 'Zurückziehen …' }).click();
    await expect.element(page.getByRole('button', { name: 'Abbrechen' })).toHaveFocus();
    expect(await findFaults(document.body)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
    expect(onconfirm).not.toHaveBeenCalled();

    await page.getByRole('button', { name: 'Zurückziehen …' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Zurückziehen' }).click();
    await vi.waitFor(() => expect(onconfirm).toHaveBeenCalledOnce());
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  });
});

describe('toasts', () => {
  it('offer to undo and go when that is done', async () => {
    const undo = vi.fn();
    const { container } = await render(Toasts);
    notify('Entwurf verworfen.', { label: 'Rückgängig', run: undo });
    await expect.element(page.getByText('Entwurf verworfen.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    expect(undo).toHaveBeenCalledOnce();
    await expect.element(page.getByText('Entwurf verworfen.')).not.toBeInTheDocument();
  });
});
