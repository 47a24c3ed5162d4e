import { describe, expect, test } from 'vitest';
import { ARROWS, toArrowFault, toPlace } from './arrows.mjs';

describe('arrow table', () => {
  test('a core feature may use what stands to its left, never to its right', () => {
    expect(toArrowFault('core/announcements/rules.ts', 'core/groups/group.ts')).toBeUndefined();
    expect(toArrowFault('core/groups/rules.ts', 'core/announcements/rules.ts')).toContain('may not import');
    expect(toArrowFault('core/kernel/id.ts', 'core/access/actor.ts')).toContain('nothing of ours');
  });

  test('features never import each other', () => {
    expect(
      toArrowFault('renderer/features/groups/list.ts', 'renderer/features/announcements/list.ts'),
    ).toContain('feature of its own');
    expect(toArrowFault('renderer/features/groups/a.ts', 'renderer/features/groups/b.ts')).toBeUndefined();
  });

  test('the desktop shell sees one file of the renderer beside the catalogue', () => {
    expect(toArrowFault('electron/main/window.ts', 'renderer/platform/desktop-contract.ts')).toBeUndefined();
    expect(toArrowFault('electron/main/window.ts', 'renderer/platform/desktop.ts')).toContain(
      'may not import',
    );
    expect(toArrowFault('electron/main/window.ts', 'renderer/app/main.ts')).toContain('may not import');
  });

  test('a server feature reaches storage by its contract only', () => {
    expect(
      toArrowFault('sync-server/features/groups/x.ts', 'sync-server/storage/contract/storage.ts'),
    ).toBeUndefined();
    expect(toArrowFault('sync-server/features/groups/x.ts', 'sync-server/storage/sqlite/store.ts')).toContain(
      'may not import',
    );
  });

  test('no part is allowed to import one that does not exist, and none imports the app', () => {
    const parts = new Set(Object.keys(ARROWS));
    for (const [part, allowed] of Object.entries(ARROWS)) {
      for (const target of allowed) expect(parts.has(target), `${part} → ${target}`).toBe(true);
      expect(allowed.some((target) => target.endsWith('/app'))).toBe(false);
    }
    expect(toPlace('README.md')).toBeUndefined();
  });
});
