import { z } from 'zod';

/** Where a command stands in the native menu; also the heading it has in the palette and on the shortcut sheet. */
export type CommandGroup = 'Notebook' | 'Edit' | 'Text' | 'Passage' | 'Go' | 'View' | 'Help';

interface CommandEntry {
  title: string;
  group: CommandGroup;
  /**
   * `Mod` is Cmd on macOS and Ctrl elsewhere. A key without `Mod` works where no text is being typed, or, for those of
   * group Passage, while a stretch of the document is selected. Null: palette and menu only.
   */
  key: string | null;
  /** Works only where Electron is the host. */
  desktopOnly?: true;
}

/** Every command, once: the native menu, the palette, the shortcut sheet and the key handler all read this list. */
export const commands = {
  'notebook.new': { title: 'New notebook…', group: 'Notebook', key: 'Mod+Shift+N' },
  'notebook.open': { title: 'Open notebook…', group: 'Notebook', key: 'Mod+O' },
  'notebook.close': { title: 'Close notebook', group: 'Notebook', key: null },
  'notebook.note': { title: 'Note on the notebook', group: 'Notebook', key: null },
  'notebook.analyst': { title: 'Your name on taggings and notes…', group: 'Notebook', key: null },
  'aliases.open': { title: 'Names that are one…', group: 'Notebook', key: null },
  'notebook.sample': { title: 'Add the sample articles', group: 'Notebook', key: null },
  'notebook.check': { title: 'Check the notebook', group: 'Notebook', key: null },
  'notebook.reveal': { title: 'Show the notebook’s file', group: 'Notebook', key: null, desktopOnly: true },
  'window.new': { title: 'New window', group: 'Notebook', key: 'Mod+Alt+N' },
  'document.import': { title: 'Import files…', group: 'Notebook', key: 'Mod+I' },
  'document.importFolder': { title: 'Import a folder…', group: 'Notebook', key: 'Mod+Alt+O' },
  'document.watchFolder': { title: 'Watch a folder…', group: 'Notebook', key: null },
  'document.importReport': { title: 'Report of the last import', group: 'Notebook', key: null },
  'document.paste': { title: 'New document from pasted text…', group: 'Notebook', key: 'Mod+Shift+V' },
  'document.new': { title: 'New document', group: 'Notebook', key: 'Mod+Alt+D' },
  'document.details': { title: 'Document details…', group: 'Notebook', key: 'Mod+Alt+I' },
  'document.detailsMany': { title: 'Details of the selected documents…', group: 'Notebook', key: null },
  'document.original': { title: 'Save the original file…', group: 'Notebook', key: null },
  'document.versions': { title: 'Versions…', group: 'Notebook', key: 'Mod+Alt+V' },
  'document.nameVersion': { title: 'Name this version…', group: 'Notebook', key: 'Mod+S' },
  'document.similar': { title: 'Near-duplicates…', group: 'Notebook', key: null },
  'document.update': { title: 'New text from a file…', group: 'Notebook', key: 'Mod+Alt+U' },
  'document.remove': { title: 'Move document to bin', group: 'Notebook', key: null },
  'document.collect': { title: 'Put into a collection…', group: 'Notebook', key: 'Mod+Alt+C' },
  'collection.new': { title: 'New collection…', group: 'Notebook', key: null },
  'library.copies': { title: 'All near-duplicates…', group: 'Notebook', key: null },
  'bin.empty': { title: 'Empty the bin…', group: 'Notebook', key: null },
  'export.open': { title: 'Export tagged notes…', group: 'Notebook', key: 'Mod+E' },

  'edit.undo': { title: 'Undo', group: 'Edit', key: 'Mod+Z' },
  'edit.redo': { title: 'Redo', group: 'Edit', key: 'Mod+Shift+Z' },
  'edit.find': { title: 'Find in document', group: 'Edit', key: 'Mod+F' },
  'edit.findNext': { title: 'Find next', group: 'Edit', key: 'F3' },
  'edit.findPrevious': { title: 'Find previous', group: 'Edit', key: 'Shift+F3' },
  'edit.replace': { title: 'Find and replace', group: 'Edit', key: 'Mod+H' },

  'text.bold': { title: 'Bold', group: 'Text', key: 'Mod+B' },
  'text.italic': { title: 'Italic', group: 'Text', key: 'Mod+Shift+I' },
  'text.underline': { title: 'Underline', group: 'Text', key: 'Mod+U' },
  'text.link': { title: 'Link…', group: 'Text', key: 'Mod+Shift+K' },
  'text.paragraph': { title: 'Paragraph', group: 'Text', key: 'Mod+Alt+0' },
  'text.heading1': { title: 'Heading 1', group: 'Text', key: 'Mod+Alt+1' },
  'text.heading2': { title: 'Heading 2', group: 'Text', key: 'Mod+Alt+2' },
  'text.heading3': { title: 'Heading 3', group: 'Text', key: 'Mod+Alt+3' },
  'text.bullets': { title: 'Bulleted list', group: 'Text', key: 'Mod+Shift+8' },
  'text.numbers': { title: 'Numbered list', group: 'Text', key: 'Mod+Shift+7' },
  'text.quote': { title: 'Quote', group: 'Text', key: 'Mod+Shift+9' },

  'passage.tag': { title: 'Tag with a sphere…', group: 'Passage', key: 'T' },
  'passage.note': { title: 'Note on the passage', group: 'Passage', key: 'N' },
  'passage.grade': { title: 'Grade the passage…', group: 'Passage', key: 'G' },
  'passage.next': { title: 'Next passage', group: 'Passage', key: 'Alt+ArrowDown' },
  'passage.previous': { title: 'Previous passage', group: 'Passage', key: 'Alt+ArrowUp' },
  'passage.extend': { title: 'Set the passage to the selection', group: 'Passage', key: 'Mod+Shift+E' },
  'passage.anchorHere': { title: 'Anchor the detached passage here', group: 'Passage', key: 'Mod+Alt+A' },
  'passage.growEnd': { title: 'Extend the passage by a word', group: 'Passage', key: 'Alt+Shift+ArrowRight' },
  'passage.shrinkEnd': { title: 'Shrink the passage by a word', group: 'Passage', key: 'Alt+Shift+ArrowLeft' },
  'passage.remove': { title: 'Remove the passage', group: 'Passage', key: 'Mod+Shift+Backspace' },

  'go.search': { title: 'Search the notebook', group: 'Go', key: 'Mod+K' },
  'go.concordance': { title: 'Concordance of the notebook', group: 'Go', key: 'Mod+Shift+F' },
  'go.palette': { title: 'Command palette', group: 'Go', key: 'Mod+Shift+P' },
  'go.library': { title: 'Go to the library', group: 'Go', key: 'Mod+1' },
  'go.document': { title: 'Go to the document', group: 'Go', key: 'Mod+2' },
  'go.passages': { title: 'Go to the passages', group: 'Go', key: 'Mod+3' },
  'go.codebook': { title: 'Go to the codebook', group: 'Go', key: 'Mod+4' },
  'go.documentNote': { title: 'Note on the document', group: 'Go', key: 'Mod+Shift+M' },

  'view.library': { title: 'Show or hide the library', group: 'View', key: 'Mod+\\' },
  'view.table': { title: 'Show the library as a table', group: 'View', key: 'Mod+Shift+1' },
  'library.gather': { title: 'Copies under one row', group: 'View', key: null },
  'view.passages': { title: 'Show or hide the passages', group: 'View', key: 'Mod+Shift+\\' },
  'view.theme': { title: 'Light, dark or system theme', group: 'View', key: 'Mod+Shift+L' },

  'help.shortcuts': { title: 'Keyboard shortcuts', group: 'Help', key: '?' },
} as const satisfies Record<string, CommandEntry>;

export type CommandId = keyof typeof commands;

function isCommandId(value: unknown): value is CommandId {
  return typeof value === 'string' && Object.hasOwn(commands, value);
}
export const CommandId = z.custom<CommandId>(isCommandId, 'a command');
export const commandIds = Object.keys(commands).filter(isCommandId);
