import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetMisunderstood, misunderstood } from '../../src/bot/conversation/misunderstood';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, openShop, percent } from '../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
});

const kept = () => test.db.asMerchant(shop, misunderstood);

it('what is not understood is kept without what tells who said it, counted, and only in its shop', async () => {
  await new Chat(test, shop, ANA).says('a geringonça da Jurema 11 98888-0001 rachou');
  await new Chat(test, shop, BIA).says('a geringonça da Gumercinda 11 98888-0002 rachou');
  await new Chat(test, shop, ANA).says('saldo');
  const rows = await kept();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    words: 'a geringonça da {name} {number} rachou',
    times: 2,
    byStaff: false,
    lang: 'pt',
  });
  const other = await openShop(test.db, [percent(500)]);
  expect(await test.db.asMerchant(other, misunderstood)).toEqual([]);
  await test.db.asMerchant(shop, (work) => forgetMisunderstood(work, rows[0]?.id ?? ''));
  expect(await kept()).toEqual([]);
});

it('a shop keeps the latest five hundred', async () => {
  await test.db.asMerchant(shop, (work) =>
    work.trx.raw(
      `INSERT INTO not_understood (merchant_id, id, lang, words, by_staff, offered, last_at)
       SELECT ?, 'old' || n, 'pt', 'treco ' || n, false, '{}', now() - interval '2 years' FROM generate_series(1, 500) n`,
      [shop],
    ),
  );
  await new Chat(test, shop, ANA).says('o treco rachou no meio');
  const rows = await kept();
  expect(rows).toHaveLength(500);
  expect(rows.map(({ words }) => words)).toContain('o treco rachou no meio');
});

it('npm run phrases lists nothing of a database where everything was understood, and refuses what it does not know', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'phrases-'));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, ['dist/cli/phrases.js', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir, PHRASES_PT: join(dataDir, 'pt.json') },
      stdio: 'pipe',
    });
  try {
    expect(run()).toBe('Everything was understood.\n');
    expect(() => run('--label', '12345678=balance')).toThrow(/nothing that was said has the id 12345678/);
    expect(() => run('--label', '12345678=balanço')).toThrow(/there is no wish “balanço”/);
    expect(existsSync(join(dataDir, 'pt.json'))).toBe(false);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

describe('of what is offered instead', () => {
  it('a yes and a word are answered, and “???” puts it again as it was', () =>
    new Chat(test, shop, BIA).dialog([
      ['não entendo nada disso', /^Não entendi bem\. Você quis dizer:\n1\. /],
      ['???', /^Não entendi bem\. Você quis dizer:\n1\. /],
      ['sim', 'um número de 1 a 3'],
      ['o primeiro', /^Posso ajudar com/],
    ]));

  it('what is picked keeps what was named, but for an amount that may be another', () =>
    new Chat(test, shop, CASHIER).dialog([
      ['anota ai uma venda de cinquenta e dois e noventa pro 11988880002', /\n1\. registrar uma venda/],
      ['1', /valor/],
      ['52,90', /R\$ 52,90\* para 11 98888-0002\?/],
    ]));
});
