import type { LucideIcon } from '@lucide/svelte';

/** An icon as a component, imported one by one: `import Lock from '@lucide/svelte/icons/lock'`. Hidden from screen readers. */
export type Icon = LucideIcon;
