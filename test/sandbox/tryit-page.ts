import express, { type Express } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Browser, Page } from 'puppeteer';
import { createTryItRouter } from '../../src/sandbox/tryit';
import { BROWSER_PATIENCE_MS, launchBrowser } from '../support/browser';
import { FakeBackend } from './fake-backend';
import { FakeTrials } from './fake-trials';

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** The try-it page in a browser, wherever it is served. */
export class TryItBrowser {
  /** What the browser complained of. */
  complaints: string[] = [];
  private page: Page | null = null;

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** In a browser of its own. */
  static async at(url: string): Promise<TryItBrowser> {
    return new TryItBrowser(await launchBrowser(), url);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  get it(): Page {
    if (this.page === null) throw new Error('no page is open');
    return this.page;
  }

  /** Opens the page anew, in a browser that knows nothing of it; waits until it is live. */
  async open(size = WIDE, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
    await this.page?.browserContext().close();
    this.complaints = [];
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(BROWSER_PATIENCE_MS);
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await page.setViewport(size);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(this.url, { waitUntil: 'domcontentloaded' });
    await this.sees('#live', 'ao vivo');
    await page.waitForSelector('.machine button');
    return page;
  }

  /** Resolves once an element of that selector shows that text. */
  async sees(selector: string, text: string): Promise<void> {
    await this.it.waitForFunction(
      (css, words) =>
        [...document.querySelectorAll(css)].some((element) =>
          element.textContent.replaceAll('\u00A0', ' ').includes(words),
        ),
      {},
      selector,
      text,
    );
  }

  texts(selector: string): Promise<string[]> {
    return this.it.$$eval(selector, (elements) =>
      elements.map((element) => element.textContent.replaceAll('\u00A0', ' ')),
    );
  }

  /** The keyboard alone: tabs on until the element of that name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      const focused = await this.it.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id,
      );
      if (focused === name) return;
      await this.it.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not come to "${name}"`);
  }

  async say(chat: string, text: string): Promise<void> {
    await this.it.type(`[data-chat="${chat}"] textarea`, text);
    await this.it.keyboard.press('Enter');
  }
}

/** The same over the fake backend. */
export class TryItPage extends TryItBrowser {
  backend = new FakeBackend();
  trials = new FakeTrials();
  private app = serve(this.backend, this.trials);
  private isAway = false;

  private constructor(
    browser: Browser,
    url: string,
    private readonly server: Server,
  ) {
    super(browser, url);
    server.on('request', (request, response) => this.app(request, response));
    server.on('connection', (socket) => {
      if (this.isAway) socket.destroy();
    });
  }

  static async launch(): Promise<TryItPage> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TryItPage(await launchBrowser(), `http://127.0.0.1:${port}/try/`, server);
  }

  override async close(): Promise<void> {
    await super.close();
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }

  /** Another backend, in which nothing has happened. */
  startAfresh(): void {
    this.backend = new FakeBackend();
    this.trials = new FakeTrials();
    this.app = serve(this.backend, this.trials);
  }

  /** As when the network goes away, until `comeBack`. */
  dropConnections(): void {
    this.isAway = true;
    this.server.closeAllConnections();
  }

  comeBack(): void {
    this.isAway = false;
  }
}

function serve(backend: FakeBackend, trials: FakeTrials): Express {
  const options = { logger: pino({ level: 'silent' }), stopping: new AbortController().signal, trials };
  return express().use(createTryItRouter(backend, options));
}
