import puppeteer, { type Browser } from 'puppeteer';
import { requiredService } from './services';

/** A browser on a busy machine takes its time. */
export const BROWSER_PATIENCE_MS = 180_000;

export const launchBrowser = (): Promise<Browser> =>
  puppeteer.launch({
    timeout: BROWSER_PATIENCE_MS,
    executablePath: requiredService('CHROME_PATH'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
