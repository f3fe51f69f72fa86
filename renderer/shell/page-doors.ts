import { ArmillaryError, type ImportFile, importable, type ShellParams, type ShellResult } from '../../contract/index.ts';

/** What a page does itself where there is no desktop host: choose files, save files, open windows and links. */
export const pageDoors = {
  pickFiles({ many = true }: ShellParams<'pickFiles'>): Promise<ImportFile[]> {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = many;
    input.accept = importable.map((extension) => `.${extension}`).join(',');
    return new Promise((resolve, reject) => {
      input.addEventListener('cancel', () => resolve([]));
      input.addEventListener('change', () => {
        Promise.all(
          [...(input.files ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ).then(resolve, (error: unknown) =>
          reject(new ArmillaryError('storage', 'The browser could not read the files. Nothing was imported.', String(error))),
        );
      });
      input.click();
    });
  },

  saveFile({ fileName, mediaType, content }: ShellParams<'saveFile'>): ShellResult<'saveFile'> {
    // A copy: a Blob takes no view of memory that another thread may share.
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    const address = URL.createObjectURL(new Blob([part], { type: mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The download has begun by then; the memory is given back.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return { path: fileName };
  },

  openLink({ url }: ShellParams<'openLink'>): ShellResult<'openLink'> {
    const link = URL.parse(url);
    if (link === null || link.protocol !== 'https:') throw new ArmillaryError('invalid', 'Only links that begin with https:// are opened.');
    const agreed = window.confirm(`Open ${link.host} in a new tab?\n\n${link.href}`);
    if (agreed) window.open(link.href, '_blank', 'noopener,noreferrer');
    return { opened: agreed };
  },

  newWindow(): ShellResult<'newWindow'> {
    // With an opener the new tab takes this one's name along, and so opens on the same notebook.
    window.open('/', '_blank');
    return {};
  },
};
