import { qrText } from '../../src/loyalty';
import { qrTextsIn } from '../../src/bot/receiving/receipt-photo';
import { TryItShop, type TryItPhone } from './try-it';
import { nextSecond } from './shop';

/** Where the program runs, in one process or in several. */
export interface Site {
  url: () => string;
  /** Ends without a warning, and starts again. */
  kill(): Promise<void>;
  /** Ends in order, and starts again. */
  startAgain(): Promise<void>;
}

/**
 * The main job as it is told to who tries the program, through what the try-it page asks for: the owner changes the rule, a
 * machine sells, the customer redeems, the cashier validates. It is killed after whatever has been acknowledged.
 */
export async function walkMainJob(site: Site): Promise<void> {
  const shop = await TryItShop.open(site.url, 'Padaria Central');
  const [ana, carla, dora] = [await shop.phone('Ana'), await shop.phone('Carla'), await shop.phone('Dora')];

  await dora.says('cashback 10% acima de R$ 50', /cashback de 10%.*R\$ 50,00.*R\$ 100,00.*R\$ 15,00.*sim/s);
  await site.kill();
  await dora.says('sim', /Regra 2/);

  await dora.says('status', /O programa está ativo/);
  await dora.says('testar venda', /10 minutos/);
  await nextSecond();
  await shop.sells('stone', '100,00', ana);
  await ana.hears(/você ganhou \*R\$ 15,00/);
  await dora.hears(/Chegou a venda de \*R\$ 100,00\*/);
  await dora.hears(/A venda de \*R\$ 100,00\* veio também .* As duas vias funcionam/);
  expect(await awards(shop)).toEqual([1_500]);

  // SmartPOS acknowledged it to the machine; nobody else has heard of it.
  await shop.setFaults('events-lost');
  await shop.sells('cielo', '40,00', ana);
  await site.kill();
  await ana.hears(/você ganhou \*R\$ 2,00/);
  await dora.hears(/Mais uma: \*R\$ 40,00\*.*pela consulta que faço ao SmartPOS/);
  await ana.says('saldo', /R\$ 17,00/);

  await ana.writes('resgatar 5');
  await site.kill();
  await ana.hears(/R\$ 5,00.*sim/s);
  const issued = await ana.says('sim', /R\$ 5,00/);
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(issued.text) ?? [];
  expect(await qrTextsIn(await ana.picture(issued))).toEqual([qrText(code)]);
  await ana.says('saldo', /R\$ 12,00/);

  await carla.says(`validar ${code}`, /R\$ 5,00.*Ana/s);
  await carla.says('80,00', /R\$ 80,00.*sim/s);
  await carla.writes('sim');
  await site.kill();
  await carla.hears(/R\$ 5,00/);
  await ana.hears(/R\$ 5,00/);
  await carla.says(`validar ${code}`, /já foi usado/);

  const phones = [ana, carla, dora];
  const before = [await shop.ledger(), await shownOn(phones)];
  await site.startAgain();
  expect([await shop.ledger(), await shownOn(phones)]).toEqual(before);
  // However often it was killed, each sale was awarded once and each thing said once.
  expect(await awards(shop)).toEqual([200, 1_500]);
  const texts = (await shownOn(phones)).map((shown) => shown.map(({ text }) => text));
  expect(texts).toEqual(texts.map((of) => [...new Set(of)]));
  // The owner is also told where SmartPOS was silent while it was started again.
  expect(texts.slice(0, 2).map(({ length }) => length)).toEqual([7, 4]);
}

/** Newest first, in cents. */
async function awards(shop: TryItShop): Promise<number[]> {
  const { rows } = await shop.ledger();
  return rows.filter(({ kind }) => kind === 'award').map(({ quantity }) => quantity);
}

const shownOn = (phones: readonly TryItPhone[]) => Promise.all(phones.map((phone) => phone.shown()));
