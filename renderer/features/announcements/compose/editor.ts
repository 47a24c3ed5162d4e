import { Editor, type JSONContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { cleanPastedHtml } from './clean-paste.ts';
import type { EditorDocument } from './draft.ts';
import { isWebAddress } from './web-address.ts';

interface Setup {
  readonly element: HTMLElement;
  readonly body: EditorDocument;
  /** Attributes of the box that is written in. */
  readonly attributes: Readonly<Record<string, string>>;
  onchange(body: EditorDocument): void;
  /** The cursor or a format has changed: the buttons look anew. */
  onmove(): void;
}

/**
 * The editor, with exactly what core's rich text can hold. This module is fetched when somebody writes: it weighs more
 * than the list and all letters together.
 */
export const createEditor = ({ element, body, attributes, onchange, onmove }: Setup): Editor =>
  new Editor({
    element,
    content: toJson(body),
    // The content security policy allows no style element; the page brings the few rules itself.
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        link: {
          openOnClick: false,
          autolink: true,
          linkOnPaste: true,
          defaultProtocol: 'https',
          isAllowedUri: (href) => isWebAddress(href),
          shouldAutoLink: (typed) => isWebAddress(typed) || /^www\.[^\s]+$/iu.test(typed),
        },
      }),
    ],
    editorProps: { attributes: { ...attributes }, transformPastedHTML: cleanPastedHtml },
    onUpdate: ({ editor }) => onchange(toDocument(editor.getJSON())),
    onTransaction: onmove,
  });

const toDocument = (json: JSONContent): EditorDocument => ({ type: 'doc', content: json.content ?? [] });

/** Drafts are read back as they were written; what the editor does not know it leaves out. */
const toJson = (body: EditorDocument): JSONContent => ({ type: 'doc', content: body.content.filter(isNode) });

const isNode = (value: unknown): value is JSONContent =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
