import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import umlauf from './build/lint/plugin.mjs';

const typed = ['core', 'sync-server', 'renderer', 'electron'];

export default tseslint.config(
  {
    ignores: ['dist/**', 'node_modules/**', '.umlauf/**', 'test-results/**'],
  },
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts', '**/*.mjs'],
    plugins: { umlauf },
    rules: { 'umlauf/arrows': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.svelte.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-restricted-globals': [
        'error',
        { name: 'ipcMain', message: 'IPC goes through the one validated door.' },
      ],
    },
  },
  {
    files: typed.map((part) => `${part}/**/*.ts`),
    ignores: ['**/*.test.ts', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time enters core through the clock port.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance enters core through the random port.',
        },
      ],
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: { 'svelte/no-at-html-tags': 'error' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
);
