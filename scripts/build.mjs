/** `npm run build`: installs what is missing, then builds. */
import { ensureInstalled, projectNode, runOrExit } from './setup.mjs';

ensureInstalled();
runOrExit(projectNode, ['scripts/bundle.mjs']);
