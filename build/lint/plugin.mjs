import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toArrowFault } from './arrows.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ALIASES = [
  ['#core/', 'core/'],
  ['#server/', 'sync-server/'],
  ['#renderer/', 'renderer/'],
  ['#tests/', 'tests/'],
];

/** The imported file relative to the root, or undefined for packages. */
const toTarget = (file, specifier) => {
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix));
  if (alias !== undefined) return alias[1] + specifier.slice(alias[0].length);
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, resolve(dirname(file), specifier))
    .split(sep)
    .join('/');
};

/** What is not shipped: tests, the build, and the configuration of a build. */
const isTest = (path) =>
  /(\.test|vite\.config)\.ts$/.test(path) || /^(tests|build)\//.test(path) || !path.includes('/');

const arrows = {
  meta: { type: 'problem', docs: { description: 'imports follow the arrow table' }, schema: [] },
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/');
    if (isTest(from)) return {};
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const to = toTarget(context.filename, specifier);
      if (to === undefined) {
        if (from.startsWith('core/') && specifier !== 'zod')
          context.report({
            node,
            message: `core imports nothing but zod, so that its rules run on both sides; "${specifier}" belongs into a port.`,
          });
        return;
      }
      if (to.startsWith('tests/') || to.startsWith('build/'))
        return context.report({ node, message: `${from} is shipped and may not import ${to}.` });
      const fault = toArrowFault(from, to);
      if (fault !== undefined) context.report({ node, message: fault });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export default { meta: { name: 'umlauf' }, rules: { arrows } };
