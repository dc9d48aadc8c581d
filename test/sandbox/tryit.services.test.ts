import { TryItPage, NARROW } from './tryit-page';
import { controlsIn } from '../support/looks';
import { until } from '../support/until';

describe('the try-it page', () => {
  let tryIt: TryItPage;
  beforeAll(async () => {
    tryIt = await TryItPage.launch();
  });
  afterAll(() => tryIt.close());
  beforeEach(() => tryIt.startAfresh());

  it('is used by the keyboard alone: says, reads the answer, sells, and sees the message come', async () => {
    const page = await tryIt.open();
    await tryIt.tabTo('Mensagem de Ana');
    await page.keyboard.type('saldo');
    await page.keyboard.press('Enter');
    await tryIt.sees('[data-chat="ana"] .shop strong', 'R$ 12,50');
    await page.waitForSelector('[data-chat="ana"] .me .ticks[aria-label="lida"]');

    await tryIt.tabTo('amount');
    await page.keyboard.type('120,00');
    await tryIt.tabTo('Vender na Stone');
    await page.keyboard.press('Enter');
    await tryIt.sees('#till-answer', 'R$ 120,00 aprovados na Stone');
    await tryIt.sees('[data-chat="ana"] .shop', 'Você ganhou R$ 6,00 de cashback');
    await tryIt.sees('.sale', 'R$ 120,00');
    expect(tryIt.backend.orders).toEqual([
      {
        terminal: 'STN1234567',
        amountCents: 12_000,
        method: 'pix',
        buyer: { name: 'Ana', phone: '+5511988880001' },
        voucherCode: null,
      },
    ]);
    expect(tryIt.complaints).toEqual([]);
  });

  it('shows WhatsApp’s markup, links, and nothing of HTML', async () => {
    await tryIt.open();
    tryIt.backend.hear(
      '1',
      'ana',
      '*a _b_* ~c~ ```d *e*``` 2*3*4 <img src=x onerror=alert(1)> https://a.example/x_y_.',
    );
    await tryIt.sees('[data-chat="ana"] .shop', '2*3*4');
    const html = await tryIt.it.$eval('[data-chat="ana"] .shop .text', (text) => text.innerHTML);
    expect(html.replace(/^<span.*?<\/span>/, '')).toBe(
      '<strong class="whole">a <em>b</em></strong> <s>c</s> <code>d *e*</code> 2*3*4 &lt;img src=x onerror=alert(1)&gt; ' +
        '<a href="https://a.example/x_y" target="_blank" rel="noopener noreferrer">https://a.example/x_y</a>_.',
    );
  });

  it('keeps what could not be sent, marked, and sends it once when asked to', async () => {
    const page = await tryIt.open();
    tryIt.backend.failing = 2;
    await tryIt.say('ana', 'saldo');
    await tryIt.sees('[data-chat="ana"] .retry', 'Tentar de novo');
    expect(await tryIt.texts('[data-chat="ana"] .me .text')).toEqual(['Ana disse: saldo']);
    await page.click('.retry');
    await until('the second failure', () => tryIt.backend.failing === 0);
    await tryIt.sees('[data-chat="ana"] .retry', 'Tentar de novo');
    await page.click('.retry');
    await tryIt.sees('[data-chat="ana"] .shop', 'R$ 12,50');
    expect(await tryIt.texts('[data-chat="ana"] .me .text')).toEqual(['Ana disse: saldo']);
    expect(await page.$('.retry')).toBeNull();
  });

  it('says that it reconnects, comes back by itself, and shows what it missed', async () => {
    await tryIt.open();
    tryIt.dropConnections();
    await tryIt.sees('#live[data-state="reconnecting"]', 'reconectando…');
    tryIt.backend.hear('1', 'bruno', 'dito enquanto isso');
    tryIt.comeBack();
    await tryIt.sees('[data-chat="bruno"] .shop', 'dito enquanto isso');
    await tryIt.sees('#live[data-state="live"]', 'ao vivo');
    expect(tryIt.backend.listening('1')).toBe(1);
  });

  it('offers the words that the shop named, and the cashier the code that a customer was shown', async () => {
    const page = await tryIt.open();
    await tryIt.say('ana', 'resgatar 5');
    await tryIt.sees('[data-chat="carla"] .chips', 'validar K7MQ-2X9R');
    tryIt.backend.hear('1', 'dora', 'Ativo o programa? Responda “sim” ou “não”.');
    await tryIt.sees('[data-chat="dora"] .chips', 'sim');
    const [first] = await page.$$('[data-chat="dora"] .chips button');
    await first?.click();
    await tryIt.sees('[data-chat="dora"] .shop', 'Você disse: sim');
    // The example of a code is no voucher's.
    tryIt.backend.hear('1', 'carla', 'Qual é o código? São 8 letras e números, como “ABCD-1234”, ou “sair”.');
    await tryIt.sees('[data-chat="carla"] .chips', 'sair');
    expect((await tryIt.texts('[data-chat="carla"] .chips')).join()).not.toContain('ABCD');
  });

  it('opens a picture large, and Escape closes it', async () => {
    const page = await tryIt.open();
    await tryIt.say('ana', 'resgatar 5');
    await page.waitForSelector('.photo img');
    await page.click('.photo');
    const width = await page.$eval('dialog[open] img', (image) => image.clientWidth);
    expect(width).toBeGreaterThan(0);
    expect(await page.$eval('dialog[open] img', ({ alt }) => alt)).toBe('Imagem ampliada');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { hidden: true });
  });

  it('gives back a part of a sale, refuses too much, cancels, and posts to the ledger', async () => {
    const page = await tryIt.open();
    await page.click('#ledger-toggle');
    await tryIt.sees('.ledger', 'Nada lançado ainda');
    await page.click('.machine:nth-child(3) button');
    await tryIt.sees('.entries', 'programa');
    await tryIt.sees('.accounts', 'R$ 6,00');
    await page.click('.sale-actions button');
    await page.keyboard.type('130,00');
    await page.keyboard.press('Enter');
    await tryIt.sees('.refund', 'O valor passa do que foi pago');
    await page.keyboard.type('30,00');
    await page.keyboard.press('Enter');
    await tryIt.sees('.sale-state', 'R$ 30,00 devolvidos');
    await page.click('.sale-actions button:nth-child(2)');
    await tryIt.sees('.sale-state', 'Cancelada');
    expect(await page.$('.sale-actions')).toBeNull();
  });

  it('says what is wrong with an amount', async () => {
    const page = await tryIt.open();
    await page.type('#amount', 'x');
    await page.click('.machine button');
    await tryIt.sees('#till-answer', 'Escreva um valor como 80,00.');
    expect(await page.$eval('#amount', (input) => input.getAttribute('aria-invalid'))).toBe('true');
  });

  it('shows each shop its own phones, and remembers which one', async () => {
    const page = await tryIt.open();
    await tryIt.say('ana', 'saldo');
    await tryIt.sees('[data-chat="ana"] .shop', 'R$ 12,50');
    await page.click('.segment:nth-of-type(2)');
    await tryIt.sees('.peer-name', 'Moda Ipê');
    await tryIt.sees('[data-chat="dora"] .chips', 'ativar mesmo assim');
    expect(await page.$('.row')).toBeNull();
    await page.reload();
    await tryIt.sees('.peer-name', 'Moda Ipê');
    await until('one page to listen', () => tryIt.backend.listening('1') === 0);
  });

  it('counts what is unread in a phone that is out of sight, until it is looked at', async () => {
    const page = await tryIt.open(NARROW);
    tryIt.backend.hear('1', 'dora', 'oi');
    tryIt.backend.hear('1', 'dora', 'alô');
    await tryIt.sees('.tabs button:nth-child(4) .badge', '2');
    expect(await page.title()).toBe('(2) Smartbis: experimente');
    await page.click('.tabs button:nth-child(4)');
    await page.waitForSelector('.tabs .badge:not([hidden])', { hidden: true });
    expect(await page.title()).toBe('Smartbis: experimente');
  });

  it('switches a fault of SmartPOS on and off by the keyboard, on a phone, and keeps what could not be saved', async () => {
    const page = await tryIt.open(NARROW);
    await page.click('.tabs button:last-child');
    await page.waitForSelector('#faults summary');
    await page.focus('#faults summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tryIt.sees('#faults .count', '1');
    expect(await tryIt.backend.faults('1')).toEqual(['api-429']);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBe(0);
    tryIt.backend.setFaults = () => Promise.reject(new Error('no'));
    await page.keyboard.press('Space');
    await tryIt.sees('#faults .answer', 'failed');
    expect(await page.$eval('#faults input', (input) => input.matches(':checked'))).toBe(true);
  });

  it('speaks three languages, each of them completely', async () => {
    const page = await tryIt.open();
    await page.select('#language', 'es');
    await tryIt.sees('.till h2', 'Terminales de pago');
    expect(await page.$eval('html', (html) => html.lang)).toBe('es-419');
    // As a text: an import in a function would be compiled away.
    const keys = (await page.evaluate(`Promise.all(['pt', 'en', 'es'].map(async (lang) =>
      Object.keys((await import(new URL('js/texts-' + lang + '.js', location.href)))[lang]).sort()))`)) as string[][];
    expect(keys[0]?.length).toBeGreaterThan(50);
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    await page.reload();
    await tryIt.sees('.till h2', 'Terminales de pago');
    await page.select('#language', 'en');
    await page.click('.machine button');
    await tryIt.sees('.sale', 'R$ 120.00');
    expect((await tryIt.texts('.trials .moment')).join()).not.toMatch(/[AP]M/i);
  });

  it('names everything that can be pressed or filled in', async () => {
    const page = await tryIt.open();
    await page.click('#ledger-toggle');
    await page.click('.machine button');
    await tryIt.sees('.sale', 'R$ 120,00');
    const controls = await controlsIn(page);
    expect(controls.length).toBeGreaterThan(30);
    expect(controls.filter(({ name }) => name === undefined || name === '')).toEqual([]);
  });
});
