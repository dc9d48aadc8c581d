import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import type { Card } from '../../src/bot/command';
import { sendDue } from '../../src/bot/sending/outbound';
import { addStaff, applySales, createShop } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, CASHIER, openShop, OWNER, saleOf } from '../support/shop';

const test = suiteDatabase();

/** What is said, and the whole answer, in which `CODE` stands for the voucher's. */
type Line = readonly [says: string, hears: string];

const RESUMES = { en: 'resume', es: 'volver' } as const;

interface Story {
  owner: readonly Line[];
  /** Of a purchase of R$ 200,00. */
  notice: string;
  customer: readonly Line[];
  cashier: readonly Line[];
  lastNotice: string;
  /** The customer’s no and yes to offers. */
  offers: readonly [no: Line, yes: Line];
  /** The owner’s, of a program that is on. */
  switching: readonly Line[];
  /** The owner’s, of a shop that was just opened. */
  beginning: readonly Line[];
}

const english: Story = {
  owner: [
    ['english', 'Done, I’ll speak English with you from now on.'],
    [
      '10% cashback above R$ 50',
      `I understood:
cashback of 10% above R$ 50.00

For example, a sale of *R$ 100.00* gives *R$ 10.00*.
Create this rule? Reply “yes” or “no”.`,
    ],
    ['yes', 'Rule 1 created. It counts for sales from now on.'],
    [
      'rules',
      `Rules in force:
1. cashback of 10% above R$ 50.00
To change one: “in rule 1, at most R$ 30”, “pause rule 1” or “delete rule 1”.`,
    ],
  ],
  notice: `Padaria Central: you earned *R$ 20.00* on your purchase of *R$ 200.00*!
You can use it now.
Your balance: *R$ 20.00*.

This is Padaria Central, writing for its loyalty program because a purchase is registered with your phone number. To get offers, reply “send me offers”; to stop, “stop”.`,
  customer: [
    [
      'balance',
      `You have *R$ 20.00* to use now. It does not expire.
To use your cashback, say “redeem”.`,
    ],
    ['statement', 'Your latest entries:\nNov 23: *+R$ 20.00*, purchase of R$ 200.00'],
    [
      'why?',
      `*R$ 20.00* for the purchase of *R$ 200.00* on *Nov 23, 2026*:
• cashback of 10% above R$ 50.00: 10% of R$ 200.00 is R$ 20.00.`,
    ],
    [
      'redeem 5',
      'Turn *R$ 5.00* of your cashback into a voucher? It is valid until *Dec 23, 2026*. Reply “yes” or “no”.',
    ],
    [
      'yes',
      `Your voucher of *R$ 5.00*: code *CODE*.
Show it at the counter by *Dec 23, 2026*.
You have *R$ 15.00* of cashback left.`,
    ],
    [
      'my vouchers',
      'Your open vouchers:\n*CODE*: *R$ 5.00* until *Dec 23, 2026*\nShow the code at the counter.',
    ],
  ],
  cashier: [
    ['english', 'Done, I’ll speak English with you from now on.'],
    ['validate CODE', 'Voucher of *R$ 5.00*, valid until *Dec 23, 2026*.\nHow much is the purchase?'],
    [
      '80.00',
      `Voucher of *R$ 5.00*, valid until *Dec 23, 2026*.
Use it on the purchase of *R$ 80.00*? It takes *R$ 5.00* off. Reply “yes” or “no”.`,
    ],
    ['yes', 'Voucher used. Take *R$ 5.00* off the purchase.'],
    [
      'validate CODE',
      'That voucher of *R$ 5.00* was already used on *Nov 23, 2026* at 14:01. It can’t be used again.',
    ],
  ],
  lastNotice: `Padaria Central: you used a voucher of *R$ 5.00* on the purchase of *R$ 80.00*.
Your balance: *R$ 15.00*.`,
  offers: [
    [
      'stop',
      'Done, no more news or offers. You only get messages about your purchases. To come back, say “resume”. To stop those too, say “stop everything”.',
    ],
    ['send me offers', 'Done, you will get news and offers again. To stop, say “stop”.'],
  ],
  switching: [
    [
      'pause earning',
      'Earning is paused: sales from now on earn nothing. Whoever has a balance can use it. To go on, say “activate”.',
    ],
    ['activate', 'The program is on! Every sale from now on earns, and messages go to customers 🎉'],
  ],
  beginning: [
    ['english', 'Done, I’ll speak English with you from now on.'],
    [
      'status',
      `5 steps to go:
1. Card machines: to do
2. Connection to SmartPOS: to do
3. Rules: to do
4. Test sale: to do
5. Program on: to do
Now: say “connect smartpos”.`,
    ],
    [
      'activate',
      `It can’t be switched on yet. Missing: Connection to SmartPOS. To go on, say “connect smartpos”.
To switch it on as it is, say “activate anyway”; it is recorded.`,
    ],
  ],
};

const spanish: Story = {
  owner: [
    ['español', 'Listo, ahora te hablo en español.'],
    [
      'cashback 10% por encima de R$ 50',
      `Entendí así:
cashback de 10% por encima de R$ 50,00

Por ejemplo, una venta de *R$ 100,00* da *R$ 10,00*.
¿Creo esta regla? Responde “sí” o “no”.`,
    ],
    ['sí', 'Regla 1 creada. Vale para las ventas a partir de ahora.'],
    [
      'reglas',
      `Reglas vigentes:
1. cashback de 10% por encima de R$ 50,00
Para cambiar una: “en la regla 1, máximo R$ 30”, “pausar regla 1” o “borrar regla 1”.`,
    ],
  ],
  notice: `Padaria Central: ¡ganaste *R$ 20,00* en la compra de *R$ 200,00*!
Ya puedes usarlo.
Tu saldo: *R$ 20,00*.

Te escribe Padaria Central, por su programa de fidelidad, porque hay una compra registrada con tu teléfono. Para recibir ofertas, responde “quiero recibir novedades”; para parar, “salir”.`,
  customer: [
    ['saldo', 'Tienes *R$ 20,00* para usar ahora. No vence.\nPara usar el cashback, di “canjear”.'],
    ['extracto', 'Tus últimos movimientos:\n23/11: *+R$ 20,00*, compra de R$ 200,00'],
    [
      '¿por qué?',
      `*R$ 20,00* por la compra de *R$ 200,00* del *23/11/2026*:
• cashback de 10% por encima de R$ 50,00: 10% de R$ 200,00 da R$ 20,00.`,
    ],
    [
      'canjear 5',
      '¿Cambio *R$ 5,00* de tu cashback por un vale? Vale hasta el *23/12/2026*. Responde “sí” o “no”.',
    ],
    [
      'sí',
      `Tu vale de *R$ 5,00*: código *CODE*.
Muéstralo en la caja hasta el *23/12/2026*.
Te quedan *R$ 15,00* de cashback.`,
    ],
    [
      'mis vales',
      'Tus vales abiertos:\n*CODE*: *R$ 5,00* hasta el *23/12/2026*\nMuestra el código en la caja.',
    ],
  ],
  cashier: [
    ['español', 'Listo, ahora te hablo en español.'],
    ['validar CODE', 'Vale de *R$ 5,00*, hasta el *23/12/2026*.\n¿De cuánto es la compra?'],
    [
      '80,00',
      `Vale de *R$ 5,00*, hasta el *23/12/2026*.
¿Usarlo en la compra de *R$ 80,00*? Descuenta *R$ 5,00*. Responde “sí” o “no”.`,
    ],
    ['sí', 'Vale usado. Descuenta *R$ 5,00* de la compra.'],
    ['validar CODE', 'Ese vale de *R$ 5,00* ya se usó el *23/11/2026* a las 14:01. No vale otra vez.'],
  ],
  lastNotice: `Padaria Central: usaste un vale de *R$ 5,00* en la compra de *R$ 80,00*.
Tu saldo: *R$ 15,00*.`,
  offers: [
    [
      'salir',
      'Listo, no te mando más novedades ni promociones. Solo recibes avisos de tus compras. Para volver, di “volver”. Para parar también esos, di “parar todo”.',
    ],
    ['quiero recibir novedades', 'Listo, vuelves a recibir novedades y promociones. Para parar, di “salir”.'],
  ],
  switching: [
    [
      'pausar ganancias',
      'Ganancias en pausa: las ventas a partir de ahora no ganan. Quien ya tiene saldo puede usarlo. Para seguir, di “activar”.',
    ],
    ['activar', '¡Programa activo! Toda venta a partir de ahora gana, y los avisos van a los clientes 🎉'],
  ],
  beginning: [
    ['español', 'Listo, ahora te hablo en español.'],
    [
      'estado',
      `Faltan 5 pasos:
1. Terminales: falta
2. Conexión con SmartPOS: falta
3. Reglas: falta
4. Venta de prueba: falta
5. Programa activo: falta
Ahora: di “conectar smartpos”.`,
    ],
    [
      'activar',
      `Todavía no se puede activar. Falta: Conexión con SmartPOS. Para seguir, di “conectar smartpos”.
Si quieres activarlo así, di “activar de todos modos”; queda registrado.`,
    ],
  ],
};

it.each([
  ['en', english, 'english'],
  ['es', spanish, 'español'],
] as const)('the main job in the words of one language: %s', async (lang, story, chosen) => {
  test.clock.set(START);
  const shop = await openShop(test.db);
  const channel = new SimulatorChannel(test.db, test.clock, shop);
  let code = '';
  const cards: Card[] = [];
  const talk = async (phone: string, lines: readonly Line[], where = shop): Promise<void> => {
    const chat = new Chat(test, where, phone);
    for (const [says, hears] of lines) {
      const { text, card } = await chat.says(says.replace('CODE', code));
      code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? code;
      expect([says, text]).toEqual([says, hears.replace('CODE', code)]);
      if (card !== null) cards.push(card);
    }
  };
  /** The last message on the phone, once all that is due was sent. */
  const lastOn = async (phone: string): Promise<string | undefined> => {
    await sendDue(test.db, channel, shop, pino({ level: 'silent' }));
    const bodies = await test.db.asMerchant(shop, (work) =>
      work
        .trx('simulator_messages')
        .where({ chat_id: simulatorChat(phone), from_shop: true })
        .orderBy('seq')
        .pluck<string[]>('body'),
    );
    return bodies.at(-1);
  };

  await talk(OWNER, story.owner);
  await new Chat(test, shop, ANA).says(chosen);
  test.clock.advance(60_000);
  const at = test.clock.now();
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ totalCents: 20_000, occurredAt: at, updatedAt: at })]),
  );
  expect(await lastOn(ANA)).toBe(story.notice);
  await talk(ANA, story.customer);
  expect(cards).toEqual([expect.objectContaining({ kind: 'voucher', lang })]);
  await talk(CASHIER, story.cashier);
  expect(await lastOn(ANA)).toBe(story.lastNotice);
  await talk(ANA, story.offers);
  const consents: unknown = await test.db.asMerchant(shop, ({ trx }) =>
    trx('consents').orderBy('id').select('purpose', 'granted', 'text'),
  );
  expect(consents).toEqual(
    story.offers.map(([, text], i) => ({
      purpose: 'marketing',
      granted: i === 1,
      text: expect.stringContaining(text) as string,
    })),
  );
  // The word that the no names brings them back as well.
  const [no, [, yes]] = story.offers;
  await talk(ANA, [no, [RESUMES[lang], yes]]);
  await talk(OWNER, story.switching);

  const fresh = await createShop(test.db, {
    name: 'Padaria Central',
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  await test.db.asMerchant(fresh, (work) => addStaff(work, { phone: OWNER, name: 'Dora', role: 'owner' }));
  await talk(OWNER, story.beginning, fresh);
});
