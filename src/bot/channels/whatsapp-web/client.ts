import { Client, LocalAuth } from 'whatsapp-web.js';
import { reasonOf } from './fault';
import { within } from './timing';

export type { Client };

export interface ClientOptions {
  accountId: string;
  dataDir: string;
  executablePath: string;
  args: string[];
  /** For the page to show WhatsApp Web's code, in milliseconds. */
  loadMs: number;
  /** The browser is of no more use: it or its page ended, or the library could not put itself into a later page. */
  onFault(reason: string): void;
}

/** Members that the library has and its types leave out. */
interface Internals {
  inject(): Promise<void>;
  initWebVersionCache(): Promise<void>;
}

/** A client of the library, with the doors closed through which its own faults would end this process. */
export function createClient(options: ClientOptions): Client {
  const auth = new LocalAuth({ clientId: options.accountId, dataPath: options.dataDir });
  // The library deletes the profile under the living browser; the channel does it once the browser is gone.
  auth.logout = async () => {};
  auth.afterBrowserInitialized = async () => {
    const browser = client.pupBrowser;
    // Puppeteer lets go of its pipe before the pipe is closed; an error of it then would end this process.
    for (const stream of browser?.process()?.stdio ?? []) stream?.on('error', () => undefined);
    browser?.once('disconnected', () => options.onFault('the browser ended'));
    client.pupPage?.once('error', () => options.onFault('the page crashed'));
  };
  const client: Client = new Client({
    authStrategy: auth,
    authTimeoutMs: options.loadMs,
    webVersionCache: { type: 'none' },
    puppeteer: {
      executablePath: options.executablePath,
      args: options.args,
      headless: true,
      // Over a pipe the browser ends with this process, however that ends.
      pipe: true,
      // Signals are the program's: it stops in its own order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
  });
  const internals = client as unknown as Internals;
  // Without a cache this only reads every page's body, in a handler whose failure nobody would catch.
  internals.initWebVersionCache = async () => {};
  const inject = internals.inject.bind(client);
  let first = true;
  internals.inject = async () => {
    if (first) {
      await inject();
      first = false;
      return;
    }
    await inject().catch((error: unknown) => options.onFault(reasonOf(error)));
  };
  // Called by the library without waiting; the session closes its browser itself.
  client.destroy = async () => {};
  return client;
}

/** For a killed process to be gone, in milliseconds. */
const KILLED_MS = 5_000;

/** Ends the client's browser: asked to first (but for 0 ms), so that it saves its profile, then killed with all its children. */
export async function closeBrowser(client: Client, ms: number): Promise<void> {
  const browser = client.pupBrowser;
  const child = browser?.process();
  if (browser === undefined || browser === null || child === null || child === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hasExited = (): boolean => child.exitCode !== null || child.signalCode !== null;
  if (hasExited()) return;
  if (ms > 0) await within(ms, 'closing the browser', browser.close()).catch(() => undefined);
  if (hasExited()) return;
  try {
    // Its own process group: the page's processes go with it, also when it is frozen.
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await within(KILLED_MS, 'the end of the browser', gone).catch(() => undefined);
}
