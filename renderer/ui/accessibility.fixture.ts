import axe from 'axe-core';

const THEMES = ['light', 'dark'] as const;

/**
 * What axe finds against WCAG 2.2 A and AA and good practice in an element, in both themes, one line each; empty is good.
 * Page-wide rules are left out where only a part is looked at.
 */
export const findFaults = async (
  element: Element,
  scope: 'part' | 'page' = 'part',
): Promise<readonly string[]> => {
  const faults: string[] = [];
  // A colour on its way to another one would be measured halfway.
  document.documentElement.style.setProperty('--quick', '0ms');
  document.documentElement.style.setProperty('--calm', '0ms');
  for (const theme of THEMES) {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = 'de';
    const { violations } = await axe.run(element, {
      rules: { region: { enabled: scope === 'page' }, 'page-has-heading-one': { enabled: scope === 'page' } },
    });
    for (const { id, nodes } of violations) {
      faults.push(
        ...nodes.map((node) => `${theme}: ${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
      );
    }
  }
  delete document.documentElement.dataset['theme'];
  return faults;
};
