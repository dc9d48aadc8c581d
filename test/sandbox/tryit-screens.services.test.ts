import { tooSmall } from '../support/looks';
import { TryItPage, NARROW, WIDE } from './tryit-page';

describe('the try-it page on a screen', () => {
  let tryIt: TryItPage;
  beforeAll(async () => {
    tryIt = await TryItPage.launch();
  });
  afterAll(() => tryIt.close());
  beforeEach(() => tryIt.startAfresh());

  it.each([
    ['a phone', NARROW],
    ['a tablet', { width: 820, height: 1180 }],
    ['a desktop', WIDE],
  ])('fits %s without scrolling the page sideways, the composer in sight', async (_screen, size) => {
    const page = await tryIt.open(size);
    tryIt.backend.hear('1', 'ana', `${'a'.repeat(300)} https://exemplo.example/${'b'.repeat(200)}`);
    await tryIt.sees('[data-chat="ana"] .shop', 'aaaa');
    const box = await page.evaluate(() => {
      const { right, bottom } = document.querySelector('.composer button')!.getBoundingClientRect();
      const log = document.querySelector('.log')!;
      return {
        page: document.documentElement.scrollWidth - innerWidth,
        log: log.scrollWidth - log.clientWidth,
        composer: right <= innerWidth && bottom <= innerHeight,
      };
    });
    expect(box).toEqual({ page: 0, log: 0, composer: true });
  });

  it.each([
    ['a small laptop', { width: 1280, height: 800 }],
    ['a low laptop', { width: 1366, height: 768 }],
    ['a desktop', WIDE],
  ])('shows all four phones and the machines whole on %s', async (_screen, size) => {
    const page = await tryIt.open(size);
    const whole = await page.$$eval('.phone, .till', (panels) => {
      const till = document.querySelector('.till')!.getBoundingClientRect().left;
      return panels.map((panel) => {
        const { left, right } = panel.getBoundingClientRect();
        return left >= 0 && right <= (panel.matches('.till') ? innerWidth : till);
      });
    });
    expect(whole).toEqual([true, true, true, true, true]);
    expect(await page.$eval('.tabs', (tabs) => tabs.clientHeight)).toBe(0);
  });

  it.each([
    ['a phone', NARROW, 44],
    ['a desktop', WIDE, 24],
  ])('has nothing on %s that is too small to press', async (_screen, size, least) => {
    const page = await tryIt.open(size);
    await page.waitForSelector('#faults summary');
    await tryIt.say('ana', 'resgatar 5');
    await page.$eval('.machine button', (button) => button.click());
    await tryIt.sees('.sale', 'R$ 120,00');
    await page.$$eval('.till details', (all) => all.forEach((one) => (one.open = true)));
    await page.$eval('.sale-actions button', (button) => button.click());
    await page.$eval('#ledger-toggle', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.ledger .close');
    expect(await tooSmall(page, least)).toEqual([]);
  });
});
