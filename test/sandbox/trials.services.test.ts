import { NARROW, TryItPage, WIDE } from './tryit-page';

describe('the try-it page’s trials', () => {
  let tryIt: TryItPage;
  beforeAll(async () => {
    tryIt = await TryItPage.launch();
  });
  afterAll(() => tryIt.close());
  beforeEach(() => tryIt.startAfresh());

  const press = (words: string): Promise<void> =>
    tryIt.it.evaluate((text) => {
      const button = [...document.querySelectorAll('#trials button')].find((one) => one.textContent === text);
      (button as HTMLElement).click();
    }, words);

  it('delivers a burst, twice and out of order, answers by hand, jumps in time and restarts', async () => {
    const page = await tryIt.open();
    await page.click('#trials summary');
    await page.select('#trial-chat', 'bruno');
    for (const words of ['De uma vez', 'Em dobro', 'Fora de ordem']) {
      await press(words);
      await tryIt.sees('#trial-answer', 'Entregues: 3.');
      await press('+1 hora');
      await tryIt.sees('#trial-answer', 'O relógio andou +1 hora');
    }
    await tryIt.sees('.trials .moment', '(adiantado em 3 h)');
    for (const [button, shown] of [
      ['+1 dia', '(adiantado em 1 dia)'],
      ['+30 dias', '(adiantado em 31 dias)'],
    ] as const) {
      await press(button);
      await tryIt.sees('.trials .moment', shown);
    }
    await press('A loja responde à mão');
    await tryIt.sees('#trial-answer', 'Alguém da loja respondeu');
    await press('Reiniciar o programa');
    await tryIt.sees('#trial-answer', 'Reiniciando');
    const texts = ['saldo', 'extrato', 'regras'];
    expect(tryIt.trials.asked).toEqual([
      { shop: '1', chat: 'bruno', texts, how: 'burst' },
      { shop: '1', chat: 'bruno', texts, how: 'twice' },
      { shop: '1', chat: 'bruno', texts, how: 'reversed' },
      { shop: '1', chat: 'bruno', byHand: texts.join('\n') },
      'restart',
    ]);
    expect(tryIt.complaints).toEqual([]);
  });

  it('is reached by the keyboard, and says what is missing', async () => {
    const page = await tryIt.open();
    await page.focus('#trials summary');
    await page.keyboard.press('Enter');
    await tryIt.tabTo('trial-texts');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tryIt.sees('#trial-answer', 'Escreva ao menos uma mensagem.');
    expect(tryIt.trials.asked).toEqual([]);
  });

  it('downloads the try-out under the shop’s name', async () => {
    const page = await tryIt.open();
    await page.click('#trials summary');
    await press('Baixar tudo como teste');
    await tryIt.sees('#trial-answer', 'Baixado: padaria.db.test.ts');
  });

  it.each([
    ['a phone', NARROW],
    ['a desktop', WIDE],
  ])('fits %s', async (_screen, size) => {
    const page = await tryIt.open(size);
    if (size === NARROW) await page.click('.tabs button:last-child');
    await page.click('#trials summary');
    await page.waitForSelector('#trials[open]');
    const over = await page.evaluate(() => {
      const panel = document.querySelector('#trials')!;
      return {
        page: document.documentElement.scrollWidth - innerWidth,
        panel: panel.scrollWidth - panel.clientWidth,
        small: [...panel.querySelectorAll('button')].filter((one) => one.offsetHeight < 30).length,
      };
    });
    expect(over).toEqual({ page: 0, panel: 0, small: 0 });
    const folder = process.env['SCREENSHOTS'];
    await page.$eval('#trials', (panel) => panel.scrollIntoView({ block: 'center' }));
    if (folder) await page.screenshot({ path: `${folder}/trials-${size.width}.png` });
  });
});
