import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages, openTab, type Tab } from './browser.ts';
import { openCouch, type Couch } from './server/couch.ts';
import { openSchool, type School } from './server/school.ts';

/** What the measurements of one run share. What nobody asks for is never opened. */
export interface Lab {
  readonly quick: boolean;
  /** Announcements in the school. */
  readonly documents: number;
  /** A figure is the median of so many. */
  readonly repetitions: number;
  /** Our server. */
  school(): Promise<School>;
  /** The peer's server, with the same announcements. */
  couch(): Promise<Couch>;
  /** The folder of the bundled pages. */
  pages(): Promise<string>;
  /** A new folder, gone when the lab closes. */
  newFolder(): string;
  /** A browser on an empty page. */
  openBrowser(profile: string): Promise<Tab>;
  /** A browser on the page with our replica. */
  openOurs(profile: string): Promise<Tab>;
  /** A browser on the page with peer and limit. */
  openPeers(profile: string): Promise<Tab>;
  say(text: string): void;
  close(): Promise<void>;
}

const DOCUMENTS = 10_000;
/** `--quick` must be done within a minute. */
const FEWER_DOCUMENTS = 5_000;
/** A browser that has just started is still busy with itself; so long it is left alone, in milliseconds. */
const SETTLING = 1_000;
const SETTLING_QUICKLY = 400;
const REPETITIONS = 3;

export const createLab = ({
  quick,
  say,
}: {
  readonly quick: boolean;
  readonly say: (text: string) => void;
}): Lab => {
  const folder = mkdtempSync(path.join(tmpdir(), 'umlauf-bench-'));
  const pages = path.join(folder, 'pages');
  const repetitions = quick ? 1 : REPETITIONS;
  const documents = quick ? FEWER_DOCUMENTS : DOCUMENTS;
  const closers: (() => Promise<void>)[] = [];
  let folders = 0;
  const settle = (): Promise<void> =>
    new Promise((resolve) => void setTimeout(resolve, quick ? SETTLING_QUICKLY : SETTLING));

  const lazily = <Value extends { close(): Promise<void> }>(open: () => Promise<Value>) => {
    let opened: Promise<Value> | undefined;
    return (): Promise<Value> => {
      opened ??= open().then((value) => {
        closers.push(() => value.close());
        return value;
      });
      return opened;
    };
  };
  let built: Promise<void> | undefined;
  const openPages = async (): Promise<string> => {
    await (built ??= buildPages(pages));
    return pages;
  };
  const school = lazily(async () => {
    const remark = quick ? ', since it must be quick: the bars are meant for more' : '';
    say(`${documents} announcements, median of ${repetitions}${remark}`);
    return openSchool({ folder, count: documents, staticDir: await openPages() });
  });
  const couch = lazily(async () => {
    const { announcements } = await school();
    return openCouch({ announcements, staticDir: await openPages() });
  });
  const openBrowser = async (profile: string): Promise<Tab> => {
    const tab = await openTab(profile, say);
    closers.push(tab.close);
    return tab;
  };

  return {
    quick,
    documents,
    repetitions,
    school,
    couch,
    pages: openPages,
    newFolder: () => {
      const path_ = path.join(folder, `folder-${++folders}`);
      mkdirSync(path_);
      return path_;
    },
    openBrowser,
    openOurs: async (profile) => {
      const tab = await openBrowser(profile);
      await tab.page.goto((await school()).url);
      await tab.page.waitForFunction(() => 'ours' in window);
      await settle();
      return tab;
    },
    openPeers: async (profile) => {
      const tab = await openBrowser(profile);
      await tab.page.goto(`${(await couch()).url}/peers.html`);
      await tab.page.waitForFunction(() => 'peers' in window);
      await settle();
      return tab;
    },
    say,
    close: async () => {
      for (const close of closers.splice(0).reverse()) await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
