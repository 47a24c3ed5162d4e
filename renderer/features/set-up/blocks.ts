import type { PrintedKey } from '#core/protocol/messages/set-up.ts';

/** The key's blocks in their order. */
export const toBlocks = ({ privatePrinted }: PrintedKey): readonly string[] => privatePrinted.split('-');

/** Whether what was typed is the block, however it is written: O is 0, I and L are 1. */
export const isBlock = (typed: string, block: string): boolean =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1') === block;
