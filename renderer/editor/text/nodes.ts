import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { MarkNode } from '@lexical/mark';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { CreateEditorArgs, EditorThemeClasses } from 'lexical';

/** Every node a document can hold beside Lexical's own; contract/editor-state.ts names the same ones. */
export const documentNodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode, MarkNode];

/** How an editor of documents is made; headless in tests, with a theme in the window. */
export function documentEditorConfig(theme: EditorThemeClasses = {}): CreateEditorArgs {
  return {
    namespace: 'armillary',
    nodes: documentNodes,
    theme,
    onError: (error) => {
      throw error;
    },
  };
}
