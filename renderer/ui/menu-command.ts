import type { Icon } from './icon.ts';

/** One line of a menu; `'line'` draws a line between two parts. */
export type MenuCommand =
  | 'line'
  | {
      readonly label: string;
      readonly icon?: Icon | undefined;
      readonly onselect: () => void;
      readonly danger?: boolean | undefined;
      readonly disabled?: boolean | undefined;
    };
