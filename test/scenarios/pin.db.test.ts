import { currentProgram, type Rule } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PIN, PinPages } from '../support/pin';
import { OWNER, openShop, percent } from '../support/shop';

const MINUTE = 60_000;
const test = suiteDatabase();
let shop: number;
let owner: Chat;
let pages: PinPages;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  owner = new Chat(test, shop, OWNER);
  pages = new PinPages(test, shop);
  test.clock.advance(2 * MINUTE);
});

const team = async (): Promise<string> => (await owner.says('equipe')).text;
const rules = async (): Promise<number> =>
  (await test.db.asMerchant(shop, currentProgram))?.listed.length ?? 0;
async function withPin(): Promise<void> {
  await owner.dialog([
    ['adicionar caixa Bia 11 98888-0002', /Coloco Bia/],
    ['sim', 'você ainda não tem'],
  ]);
  await pages.enter(owner);
}

/** The page on which the PIN is entered for taking Bia off the team. */
async function removalWaits(): Promise<string> {
  await owner.dialog([
    ['remover 11 98888-0002', /Tiro Bia/],
    ['sim', 'preciso do seu PIN'],
  ]);
  return pages.addressIn(owner);
}

it('what could do harm waits for a PIN; until then nothing happens', async () => {
  await owner.dialog([
    ['adicionar caixa Bia 11 98888-0002', /Coloco Bia .* como caixa\?/],
    ['sim', 'você ainda não tem. Crie neste link (vale 15 minutos)'],
  ]);
  expect(await team()).not.toContain('Bia');
  await owner.dialog([['sim', 'espera pelo PIN']]);
  await owner.dialog([['não', 'Nada foi feito']]);
  expect(await team()).not.toContain('Bia');
});

it('the page says what it confirms; a slip costs nothing; the PIN once set is asked for', async () => {
  await owner.dialog([
    ['adicionar caixa Bia 11 98888-0002', /Coloco Bia/],
    ['sim', 'Crie neste link'],
  ]);
  const address = await pages.addressIn(owner);
  const asked = await pages.open(address);
  expect(asked.text).toMatch(/Coloco Bia \(11 98888-0002\) na equipe como caixa/);
  expect(asked.text).not.toContain('Responda');
  expect((await pages.send(address, { fresh: '1234', again: '1234' })).text).toContain('sem sequência');
  expect((await pages.send(address, { fresh: PIN, again: '2581' })).text).toContain('não são iguais');
  const done = await pages.send(address, { fresh: PIN, again: PIN });
  expect(done.status).toBe(200);
  expect(done.text).toContain('A resposta está na conversa');
  expect((await owner.hears()).text).toContain('Pronto, Bia está na equipe');
  expect((await pages.send(address, { fresh: PIN, again: PIN })).status).toBe(404);

  const next = await removalWaits();
  expect((await pages.open(next)).text).not.toContain('name="fresh"');
  expect((await pages.send(next, { pin: '9999' })).text).toContain('Restam 4 tentativas');
  expect(await team()).toContain('Bia');
  await pages.send(next, { pin: PIN });
  expect((await owner.hears()).text).toContain('Bia saiu da equipe');
  const stored = await test.db.asMerchant(shop, (work) => work.trx('staff_pins').select('hash'));
  expect(stored).toEqual([{ hash: expect.stringMatching(/^scrypt\$32768\$8\$1\$/) }]);
});

it('a rate over 30% asks for it, also with “trocar”; a smaller one does not', async () => {
  await withPin();
  await owner.dialog([
    ['cashback 10%', /sim/],
    ['sim', 'Regra 2'],
    ['cashback 40%', /mais de 30%/],
    ['trocar', 'preciso do seu PIN'],
  ]);
  expect(await rules()).toBe(2);
  const asked = await pages.open(await pages.addressIn(owner));
  expect(asked.text).toMatch(/mais de 30%[^<]*Crio\?<\/blockquote>/);
  await pages.enter(owner);
  expect((await owner.hears()).text).toContain('agora vale só essa regra');
  expect(await rules()).toBe(1);
});

describe('more than 30% of a sale asks for it on every way to it:', () => {
  const inForce = async (): Promise<unknown[]> =>
    ((await test.db.asMerchant(shop, currentProgram))?.rules ?? []).map(({ benefit }) => benefit);
  const twice: Rule = { benefit: { kind: 'multiplier', asset: 'cashback', times_x100: 200 } };

  /** The shop's only rules, which nobody was asked about. */
  async function given(...first: Rule[]): Promise<void> {
    shop = await openShop(test.db, first);
    owner = new Chat(test, shop, OWNER);
    pages = new PinPages(test, shop);
    test.clock.advance(2 * MINUTE);
  }

  it.each<[string, Rule[], string, RegExp]>([
    [
      'an amount is raised',
      [{ benefit: { kind: 'cashback-fixed', cents: 100 } }],
      'mude a regra 1 para R$ 90',
      /Por exemplo, uma venda de \*R\$ 100,00\* dá \*R\$ 90,00\*\.\nAtenção: é mais de 30% da venda\.\nMudo/,
    ],
    [
      'a percentage is raised beside another',
      [percent(2_000), percent(500)],
      'mude a regra 2 para 20%',
      /\*R\$ 100,00\* dá \*R\$ 40,00\*\.\nAtenção: com todas as regras juntas, é mais de 30% da venda\.\nMudo/,
    ],
    [
      'more is multiplied',
      [percent(500), twice],
      'mude a regra 2 para cashback 10x',
      /\*R\$ 100,00\* dá \*R\$ 50,00\*\.\nAtenção: com todas/,
    ],
    ['the words alone say so', [percent(500)], 'mude a regra 1 para 40%', /\*R\$ 40,00\*\.\nAtenção: é mais/],
  ])('%s', async (_, first, says, warns) => {
    await given(...first);
    const before = await inForce();
    await owner.dialog([
      [says, warns],
      ['sim', 'você ainda não tem. Crie neste link'],
    ]);
    expect(await inForce()).toEqual(before);
    await pages.enter(owner);
    expect((await owner.hears()).text).toContain('mudada');
    expect(await inForce()).not.toEqual(before);
  });

  it('a rule is resumed beside others that came meanwhile', async () => {
    await given(percent(2_000));
    await owner.dialog([
      ['pausar regra 1', /Pauso/],
      ['sim', 'em pausa'],
      ['cashback 20%', /Crio/],
      ['sim', 'Regra 2'],
      ['reativar regra 1', /dá \*R\$ 40,00\*\.\nAtenção: com todas as regras juntas.*\nEssa regra volta/],
      ['sim', 'você ainda não tem. Crie neste link'],
    ]);
    expect(await inForce()).toHaveLength(1);
    await pages.enter(owner);
    expect((await owner.hears()).text).toContain('valendo de novo');
    expect(await inForce()).toHaveLength(2);
  });

  it.each([
    ['a pause', 'pausar regra 2', 'em pausa'],
    ['a deletion', 'apagar regra 2', 'apagada'],
    ['a change', 'mude a regra 2 para 5%', 'mudada'],
  ])('%s is undone', async (_, says, done) => {
    await given(percent(2_000), percent(2_000));
    const before = await inForce();
    await owner.dialog([
      [says, /sim/],
      ['sim', done],
      ['desfazer', /As regras voltam a ser como eram\. .*\*R\$ 40,00\*\. Atenção: com todas .*Desfaço\?/],
      ['sim', 'você ainda não tem. Crie neste link'],
    ]);
    expect(await inForce()).not.toEqual(before);
    await pages.enter(owner);
    expect((await owner.hears()).text).toContain('Desfeito');
    expect(await inForce()).toEqual(before);
  });

  it('what stays below it is changed, resumed and undone without', async () => {
    await given(percent(500), percent(500));
    await owner.dialog([
      ['mude a regra 2 para 20%', /^(?!.*Atenção)/s],
      ['sim', 'mudada'],
      ['desfazer', /^(?!.*Atenção)/s],
      ['sim', 'Desfeito'],
      ['pausar regra 2', /sim/],
      ['sim', 'em pausa'],
      ['reativar regra 2', /^(?!.*Atenção)/s],
      ['sim', 'valendo de novo'],
    ]);
  });

  it('a rule that gives much is paused without', async () => {
    await given(percent(4_000));
    await owner.dialog([
      ['pausar regra 1', /^(?!.*Atenção)/s],
      ['sim', 'em pausa'],
    ]);
  });
});

it('what waits is bound to what was asked: given up, or answered too late, it never runs', async () => {
  await withPin();
  const first = await removalWaits();
  await owner.dialog([['cancelar', 'Nada foi feito']]);
  expect((await pages.send(first, { pin: PIN })).text).toContain('não espera mais');
  const second = await removalWaits();
  test.clock.advance(16 * MINUTE);
  const late = await pages.send(second, { pin: PIN });
  expect([late.status, late.text]).toEqual([404, expect.stringContaining('não vale mais')]);
  expect(await team()).toContain('Bia');
});

it('another question may be asked and answered while it waits', async () => {
  await withPin();
  const address = await removalWaits();
  await owner.dialog([
    ['cashback 10%', /sim/],
    ['sim', 'Regra 2'],
  ]);
  await pages.send(address, { pin: PIN });
  expect((await owner.hears()).text).toContain('Bia saiu da equipe');
});

it('the wait may be talked over; a PIN in the chat is sent back', async () => {
  await withPin();
  const address = await removalWaits();
  await owner.dialog([
    [PIN, 'Não escreva o PIN aqui'],
    [`pin ${PIN}`, 'Isso parece um PIN, e eu não guardei'],
    ['saldo', 'saldo'],
    ['status', 'ativo'],
  ]);
  const kept = await test.db.asMerchant(shop, (work) => work.trx('inbound_messages').pluck<string[]>('body'));
  expect(kept).toContain('•••');
  expect(kept.join(' ')).not.toContain(PIN);
  await pages.send(address, { pin: PIN });
  expect((await owner.hears()).text).toContain('Bia saiu da equipe');
});

it('wrong ones are limited and told to the owners; the right one then has to wait too', async () => {
  await withPin();
  const address = await removalWaits();
  for (let i = 0; i < 5; i++) await pages.send(address, { pin: '9999' });
  expect((await pages.send(address, { pin: PIN })).text).toContain('Tente de novo depois das 14:17');
  const told = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'pin-alarm' }).pluck('params'),
  );
  expect(told).toMatchObject([{ what: 'locked', name: 'Dona' }]);
  expect((await owner.says('cancelar')).text).toContain('Nada foi feito');
  await owner.dialog([
    ['remover 11 98888-0002', /Tiro Bia/],
    ['sim', 'errado foi tentado muitas vezes'],
  ]);
  test.clock.advance(16 * MINUTE);
  await owner.dialog([
    ['remover 11 98888-0002', /Tiro Bia/],
    ['sim', 'preciso do seu PIN'],
  ]);
  await pages.enter(owner);
  expect((await owner.hears()).text).toContain('saiu da equipe');
});

it('a forgotten one: the owner waits an hour and gets a fresh link in the same chat', async () => {
  await withPin();
  await owner.dialog([['esqueci o PIN', /às \*15:02\* mando aqui um link/]]);
  // It is written already, to be sent once the wait is over.
  const address = await pages.addressIn(owner, 1);
  expect((await pages.open(address)).status).toBe(410);
  test.clock.advance(61 * MINUTE);
  expect((await pages.open(address)).text).not.toContain('name="pin"');
  await pages.send(address, { fresh: '8520', again: '8520' });
  await owner.dialog([
    ['remover 11 98888-0002', /Tiro Bia/],
    ['sim', 'preciso do seu PIN'],
  ]);
  await pages.enter(owner, '8520');
  expect((await owner.hears()).text).toContain('saiu da equipe');
});

it('of the others an owner decides, with their own PIN; using the right one ends what was asked for', async () => {
  await withPin();
  const bia = new Chat(test, shop, '+5511988880002');
  await bia.says('pin');
  await pages.enter(bia, '7410');
  await bia.dialog([['esqueci o pin', 'redefinir pin 11 98888-0002']]);
  await owner.dialog([['redefinir pin 11 98888-0002', 'preciso do seu PIN']]);
  await pages.enter(owner);
  expect((await owner.hears()).text).toContain('o PIN de Bia foi apagado');
  await bia.dialog([['esqueci o pin', 'ainda não tem PIN']]);

  await owner.dialog([['esqueci o PIN', 'há uma espera']]);
  await owner.says('pin');
  const address = await pages.addressIn(owner);
  await pages.send(address, { pin: PIN, fresh: '8520', again: '8520' });
  test.clock.advance(61 * MINUTE);
  await owner.dialog([['esqueci o PIN', 'há uma espera']]);
});

it('who leaves the team while a request waits does nothing by it', async () => {
  await withPin();
  await owner.dialog([
    ['adicionar gerente Bia 11 98888-0002', /Passa a ser gerente/],
    ['sim', 'PIN'],
  ]);
  await pages.enter(owner);
  const bia = new Chat(test, shop, '+5511988880002');
  await bia.dialog([
    ['adicionar caixa 11 98888-0006', /Coloco/],
    ['sim', 'Crie neste link'],
  ]);
  const address = await pages.addressIn(bia);
  await test.db.asMerchant(shop, (work) => work.trx('staff').where({ phone: '+5511988880002' }).delete());
  expect((await pages.send(address, { fresh: PIN, again: PIN })).status).toBe(404);
  expect(await team()).not.toContain('0006');
});
