import type { DocumentRequest } from '../../src/bot/command';
import { commands } from '../../src/bot/commands';
import { buildDocument } from '../../src/bot/documents';
import { EXPORT_KINDS } from '../../src/loyalty/exports/sheets';
import { LANGUAGES } from '../../src/loyalty';
import { withLinks } from '../../src/pages/one-time-links';
import { SWITCH, YES } from '../support/command-matrix';
import { suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openNeighbour, type Neighbour } from '../support/neighbours';
import { PinPages } from '../support/pin';
import { ANA, OWNER } from '../support/shop';

const test = suiteDatabase();
let own: Neighbour;
let other: Neighbour;
beforeAll(async () => {
  own = await openNeighbour(test, 'Araponga', 3);
  other = await openNeighbour(test, 'Bemtevi', 7);
  for (const { id, campaign } of [own, other])
    await test.db.asMerchant(id, async ({ trx, now }) => {
      const customers = await trx<{ id: string }>('customers').select('id');
      await trx('campaign_members').insert(
        customers.map((customer) => ({
          merchant_id: id,
          campaign,
          customer_id: customer.id,
          arm: 'treated',
          assigned_at: new Date(now),
        })),
      );
    });
});

/** All files that were asked for, as they are sent. */
async function files(): Promise<{ request: DocumentRequest; text: string }[]> {
  const requests = await test.db.asMerchant(own.id, ({ trx }) =>
    trx<{ document: DocumentRequest }>('outbox').whereNotNull('document').pluck('document'),
  );
  return Promise.all(
    requests.map(async (request: DocumentRequest) => ({ request, text: await textOf(request) })),
  );
}

const textOf = (request: DocumentRequest): Promise<string> =>
  test.db
    .snapshot(own.id, (work) => buildDocument(work, request))
    .then(({ bytes }) => bytes.toString('utf8'));

const nameOf = (request: DocumentRequest): string =>
  request.kind === 'export' ? `${request.wish.kind} ${request.lang}` : `${request.kind} ${request.lang}`;

const examplesOf = (name: string) => commands.find((command) => command.name === name)?.examples;

/** Says it, and goes through with it on the PIN's page where it asks for one. */
async function asks(chat: Chat, says: string, yes: string): Promise<void> {
  for (const words of [says, yes]) {
    const { text } = await chat.says(words);
    if (withLinks(text, test.secrets, own.id, '').includes('/p/pin/'))
      await new PinPages(test, own.id).enter(chat);
  }
}

it('no file that a shop sends holds anything of another', async () => {
  for (const language of LANGUAGES)
    for (const [phone, name] of [
      [OWNER, 'export'],
      [ANA, 'my-data'],
      [own.phone, 'my-data'],
    ] as const) {
      const chat = new Chat(test, own.id, phone, `${name}-${phone}-${language}@simulator`);
      await chat.says(SWITCH[language]);
      const numbered = examplesOf(name)?.[language].map(({ says }) =>
        says.replace(/(campanha|campaign|campaña) \d+/, `$1 ${own.campaign}`),
      );
      for (const says of numbered ?? []) await asks(chat, says, YES[language]);
    }
  const sent = await files();
  const made = new Set(sent.map(({ request }) => nameOf(request)));
  const wanted = LANGUAGES.flatMap((lang) => [...EXPORT_KINDS, 'customer-data'].map((of) => `${of} ${lang}`));
  expect(wanted.filter((name) => !made.has(name))).toEqual([]);
  for (const { request, text } of sent)
    expect([nameOf(request), other.canaries.filter((canary) => text.includes(canary))]).toEqual([
      nameOf(request),
      [],
    ]);
  expect(sent.some(({ text }) => text.includes(own.sale.id))).toBe(true);
});

it('nor where it is asked for what only another shop has', async () => {
  const customerId = await test.db.asMerchant(other.id, ({ trx }) =>
    trx<{ id: string; name: string }>('customers')
      .where({ name: `Cliente ${other.mark}` })
      .first('id'),
  );
  const requests: DocumentRequest[] = [
    { kind: 'export', wish: { kind: 'campaign', period: null, number: other.campaign }, lang: 'pt' },
    { kind: 'customer-data', customerId: customerId?.id ?? '', lang: 'pt' },
  ];
  for (const request of requests) {
    const text = await textOf(request).catch(String);
    expect(other.canaries.filter((canary) => text.includes(canary))).toEqual([]);
  }
});
