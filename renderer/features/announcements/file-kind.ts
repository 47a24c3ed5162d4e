import File from '@lucide/svelte/icons/file';
import FileArchive from '@lucide/svelte/icons/file-archive';
import FileImage from '@lucide/svelte/icons/file-image';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Presentation from '@lucide/svelte/icons/presentation';
import type { FileReference } from '#core/kernel/file.ts';
import type { Icon } from '#renderer/ui/icon.ts';

const KINDS: readonly (readonly [RegExp, Icon])[] = [
  [/\.(jpe?g|png|webp|gif|heic|svg|bmp|tiff?)$/iu, FileImage],
  [/\.(xlsx?|ods|csv|numbers)$/iu, FileSpreadsheet],
  [/\.(pptx?|odp|key)$/iu, Presentation],
  [/\.(zip|rar|7z|tar|gz)$/iu, FileArchive],
  [/\.(pdf|docx?|odt|rtf|txt|md|pages)$/iu, FileText],
];

/** The icon of a file by the ending of its name: what it is called is what people go by. */
export const toFileIcon = ({ name }: Pick<FileReference, 'name'>): Icon =>
  KINDS.find(([ending]) => ending.test(name))?.[1] ?? File;

/** Whether it calls itself a picture that can be shown; its content has the last word. */
export const isPicture = ({ name }: Pick<FileReference, 'name'>): boolean =>
  /\.(jpe?g|png|webp)$/iu.test(name);
