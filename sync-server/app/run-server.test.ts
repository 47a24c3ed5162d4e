import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { markAsDemo } from './demo/marker.ts';
import { DemoExposedError, runServer } from './run-server.ts';

it('never lets the demonstration school be reached from beyond this computer', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-exposed-'));
  markAsDemo(dataDir);
  for (const host of ['0.0.0.0', '::', '192.168.1.20', 'server.schule.example', '127.0.0.1.example']) {
    await expect(runServer({ dataDir, host })).rejects.toBeInstanceOf(DemoExposedError);
  }
  rmSync(dataDir, { recursive: true });
});
