import { describe, expect, test } from 'vitest';
import { documentsFromUserDirs, findFolders } from '../../../main/host/folders.ts';

describe('where notebooks and settings go', () => {
  test.each([
    ['linux', {}, '/home/ana/.config/Armillary', '/home/ana/Documents/Armillary'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Armillary', '/home/ana/Documents/Armillary'],
    ['darwin', {}, '/home/ana/Library/Application Support/Armillary', '/home/ana/Documents/Armillary'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Armillary', '/home/ana/Documents/Armillary'],
    ['linux', { ARMILLARY_HOME: '/stick' }, '/stick/settings', '/stick/notebooks'],
  ] as const)('%s with %j', (platform, env, settings, notebooks) => {
    expect(findFolders(env, platform, '/home/ana')).toEqual({ settings, notebooks });
  });

  test.each([
    ['XDG_DESKTOP_DIR="$HOME/Schreibtisch"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n', '/home/ana/Dokumente'],
    ['XDG_DOCUMENTS_DIR="/data/papers"\n', '/data/papers'],
    ['# XDG_DOCUMENTS_DIR="$HOME/No"\n', null],
    ['', null],
  ])('documents folder in user-dirs %j', (text, folder) => {
    expect(documentsFromUserDirs(text, '/home/ana')).toBe(folder);
  });
});
