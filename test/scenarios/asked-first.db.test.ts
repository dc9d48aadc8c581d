import { loadSwitches } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, OWNER, openShop, percent } from '../support/shop';

/** What is only likely is asked about by what it would do, and done only after a yes to that. */

const test = suiteDatabase();
let shop: number;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  owner = new Chat(test, shop, OWNER);
});

const switches = () => test.db.asMerchant(shop, loadSwitches);

describe('a pause', () => {
  it('of one message that is only likely says which, and is not of all', async () => {
    await owner.dialog([
      [
        'pausar mensagem de aniversario até dezembro',
        /pausar só a mensagem “aniversário”.*sem dia para acabar/,
      ],
    ]);
    expect([...(await switches())]).toEqual([]);
    await owner.dialog([['sim', /A mensagem “aniversário” está em pausa/]]);
    expect([...(await switches())]).toEqual([['birthday', 'paused']]);
    await owner.dialog([
      ['ativar mensagem de aniversário', 'ligada'],
      ['para de mandar mensagem de aniversário', /“aniversário” está em pausa/],
    ]);
  });

  it('that cannot have its end says so, and how to resume', async () => {
    await owner.dialog([
      [
        'pausa só amanhã as mensagens',
        /todas as mensagens.*a partir de agora e sem dia para acabar.*“ativar mensagens”/,
      ],
      ['não', 'Nada foi feito'],
      ['pausa os ganhos até sexta', /os ganhos.*a partir de agora e sem dia para acabar.*“ativar”/],
      ['não', 'Nada foi feito'],
      ['pausar', 'O que eu pauso?'],
      ['só as mensagens', 'Mensagens automáticas em pausa'],
    ]);
  });
});

it('who may want to hear nothing at all is asked for that', async () => {
  await new Chat(test, shop, ANA).dialog([
    ['para de me mandar tudo isso por favor, tô cansada', /parar de receber tudo/],
    ['sim', 'parei tudo'],
  ]);
});
