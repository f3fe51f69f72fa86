import { app, protocol, session } from 'electron';
import { pagesFolder, readPage } from '../host/pages.ts';
import { isOwnRequest, ownPath, scheme } from './policy.ts';

/** Before the app is ready: makes our scheme an origin like https, with nothing that a page here does not need. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the window over our scheme. It may reach nothing: it speaks to its host through the preload's bridge alone. */
export function servePages(): void {
  protocol.handle(scheme, async (request) => {
    const path = ownPath(request.method, request.url);
    const page = path === null ? null : await readPage(pagesFolder, path, "'none'");
    return page === null ? new Response(null, { status: 404 }) : new Response(new Uint8Array(page.body), { headers: page.headers });
  });
}

/** No permission, no request, no download, no way out of the page, for any page there will ever be. */
export function lockDown(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnRequest(details.url) }));
  defaultSession.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
