import '#renderer/ui/style.css';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { open, overview } from '../app.fixture.ts';

const title = page.getByRole('heading', { name: 'Hier liegt noch etwas, das nicht gesendet ist.' });
const former = page.getByLabelText('Ihr altes Kennwort');

const openWith = async (commands: number, drafts: number) => {
  const opened = await open('inside');
  opened.entrance.leftBehind$.next({ commands, drafts });
  await expect.element(title).toBeVisible();
  return opened;
};

describe('[RESC2] what an earlier password keeps shut', () => {
  it('is named before anything else, waits for the old password, and is accessible', async () => {
    const { container } = await openWith(2, 1);
    await expect.element(page.getByText(/2 Einträge im Postausgang und 1 Entwurf/u)).toBeVisible();
    await expect.element(former).toHaveFocus();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('stays when the password was wrong, says that nothing is lost, and opens at the next try', async () => {
    const { entrance, container } = await openWith(1, 0);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Bitte ausfüllen.');
    entrance.rescueAnswers.push({ ok: false, reason: 'wrong-password' });
    await former.fill('das vorvorletzte');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Dieses Kennwort öffnet es nicht. Es ist nichts verloren; versuchen Sie es noch einmal.',
      );
    await expect.element(former).toHaveFocus();
    await expect.element(former).toHaveValue('');
    expect(await findFaults(container, 'page')).toEqual([]);
    await former.fill('das letzte');
    await userEvent.keyboard('{Enter}');
    await expect.element(overview).toBeVisible();
    await expect.element(page.getByText('Herübergeholt: 1 Eintrag im Postausgang.')).toBeVisible();
    expect(entrance.formerPasswords).toEqual(['das vorvorletzte', 'das letzte']);
  });

  it('says what is wrong with this device also after everything was shut for the try', async () => {
    const { entrance } = await openWith(1, 0);
    const { state$, leftBehind$ } = entrance;
    entrance.rescue = async () => {
      const inside = state$.value;
      state$.next({ at: 'unlocking' });
      leftBehind$.next(undefined);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      state$.next(inside);
      leftBehind$.next({ commands: 1, drafts: 0 });
      return { ok: false, reason: 'disk-full' };
    };
    await former.fill('das letzte');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Speicher dieses Geräts ist voll/u)).toBeVisible();
  });

  it('can wait until later', async () => {
    const { entrance } = await openWith(1, 0);
    await page.getByRole('button', { name: 'Später' }).click();
    await expect.element(overview).toBeVisible();
    expect(entrance.leftBehind$.value).toEqual({ commands: 1, drafts: 0 });
  });
});

describe('[RESC3] what is given up', () => {
  it('is deleted only after a question, and then said to be gone', async () => {
    const { entrance, container } = await openWith(0, 2);
    const giveUp = page.getByRole('button', { name: 'Altes Kennwort weiß ich nicht mehr …' });
    await giveUp.click();
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    expect(entrance.leftBehind$.value).toBeDefined();
    await giveUp.click();
    await page.getByRole('button', { name: 'Endgültig löschen' }).click();
    await expect.element(page.getByRole('heading', { name: 'Das nicht Gesendete ist weg.' })).toBeVisible();
    await expect.element(page.getByText(/Gelöscht: 2 Entwürfe\./u)).toBeVisible();
    expect(entrance.leftBehind$.value).toBeUndefined();
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await expect.element(overview).toBeVisible();
  });
});
