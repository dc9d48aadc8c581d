import { createHash } from 'node:crypto';
import type { Database } from '../../src/db';
import { query } from '../../src/db/rows';
import { saveAccount, type AccountKeys, type CallbackKeys } from '../../src/bot/channels/cloud-api/account';
import {
  addStaff,
  applySales,
  countChanges,
  createCampaign,
  makeTillKey,
  MAX_SALE_CENTS,
  putReward,
  staffByPhone,
  validCpf,
  type CampaignWish,
  type Rule,
  type StaffMember,
} from '../../src/loyalty';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import type { TestDatabase } from './database';
import { Chat } from './dialog';
import { asOwner, TABLES } from './generic-rows';
import { ANA, openShop, OWNER, percent, saleOf } from './shop';
import { value } from './voucher-shop';

/** A shop that has something of everything, and whose every text can be told from any other shop's. */
export interface Neighbour {
  id: number;
  /** In every name of it. */
  mark: string;
  name: string;
  connection: ConnectionSecrets;
  cloud: AccountKeys & CallbackKeys;
  tillKey: string;
  /** An open voucher's code, as it is shown. */
  code: string;
  sale: { id: string; nsu: string; authorizationCode: string; cents: number };
  /** Of a customer whom only this shop knows. */
  phone: string;
  cpf: string;
  /** Of a rule and of a campaign; no other shop's go so far, or begin so late. */
  rule: number;
  campaign: number;
  /** What is nowhere but here. */
  canaries: readonly string[];
}

/** Of every shop. */
export const MANAGER = '+5511988880090';

const NOWHERE = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret' };

/** `mark` is in every name of it, `digit` in every number. */
export async function openNeighbour(
  test: TestDatabase,
  mark: string,
  digit: number,
  smartpos = NOWHERE,
): Promise<Neighbour> {
  const name = `Loja ${mark}`;
  const rule = digit * 7;
  const id = await openShop(test.db, rulesOf(rule, 100 + digit), name);
  const phone = `+55119888800${digit}${digit}`;
  const cpf = cpfOf(digit);
  const sale = {
    id: `sale-of-${mark}`,
    nsu: `${digit}${digit}${digit}${digit}${digit}${digit}`,
    authorizationCode: `AB${digit}${digit}CD`,
    cents: 70_000 + digit * 111,
  };
  test.clock.advance(120_000);
  const run = test.db.asMerchant.bind(test.db);
  const made = await run(id, async (work) => {
    const owner = (await staffByPhone(work, OWNER)) as StaffMember;
    await addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' });
    const moment = { occurredAt: work.now - 60_000, updatedAt: work.now - 60_000 };
    const buyer = { name: `Cliente ${mark}`, phone, cpf, email: null, cardFingerprint: `fp_${mark}` };
    const at = { terminal: `T-${mark}`, store: `filial-${digit}`, storeName: `Filial ${mark}` };
    await applySales(work, [
      saleOf({ ...moment, ...at, externalId: sale.id, totalCents: sale.cents, buyer }),
      saleOf({ ...moment, externalId: `ana-${mark}`, totalCents: 30_000 + digit, phone: ANA }),
      saleOf({
        ...moment,
        externalId: `open-${mark}`,
        totalCents: sale.cents + 1,
        phone: null,
        nsu: sale.nsu,
        authorizationCode: sale.authorizationCode,
      }),
    ]);
    await work.trx('customers').update({ marketing_consent: true });
    await countChanges(work);
    await putReward(work, {
      reward: {
        name: `Brinde ${mark}`,
        points: 10,
        benefit: { kind: 'voucher-item', name: `brinde ${mark}` },
        minimumPurchaseCents: null,
        limitPerCustomer: null,
      },
      by: owner,
    });
    const wish: CampaignWish = {
      audience: { everybody: true },
      offer: { kind: 'cashback', cents: 500 },
      valid_days: 7,
    };
    value(await createCampaign(work, { wish, words: `Oferta ${mark}`, by: owner, key: 'campaign' }));
    const campaign = digit * 100;
    await asOwner(work, () => work.trx('campaigns').where({ merchant_id: id }).update({ number: campaign }));
    const till = value(await makeTillKey(work, { name: `Caixa ${mark}`, by: owner }));
    const keys = {
      phoneNumberId: `${digit}`.repeat(15),
      token: `token-of-${mark}`,
      appSecret: `secret-of-${mark}`,
    };
    const cloud = { ...keys, ...(await saveAccount(work, keys)) };
    return { campaign, tillKey: till.key, cloud };
  });
  const connection = await run(id, (work) => createConnection(work, { ...smartpos, company: name }));
  const holder = new Chat(test, id, phone);
  await holder.says('resgatar 7');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await holder.says('sim')).text)?.[0] ?? '';
  return {
    id,
    mark,
    name,
    connection,
    code,
    sale,
    phone,
    cpf,
    rule,
    ...made,
    canaries: [
      mark,
      mark.toLowerCase(),
      // Where the mark itself was said, these were not.
      ...['Loja', 'Cliente', 'Filial', 'Brinde', 'brinde', 'Oferta', 'Caixa'].map((of) => `${of} ${mark}`),
      sale.id,
      code,
      phone.slice(-8),
      cpf,
      made.cloud.phoneNumberId,
      made.cloud.address,
      made.cloud.verifyToken,
      connection.id,
      connection.signingSecret,
      made.tillKey,
      `1,0${digit}%`,
      `${Math.floor(sale.cents / 100)},${sale.cents % 100}`,
    ],
  };
}

/** That many rules, of which the last tells its shop; most never apply. */
const rulesOf = (count: number, bps: number): Rule[] => [
  percent(500),
  percent(1_000),
  ...Array.from({ length: count - 3 }, () =>
    percent(1, { conditions: { min_cents: MAX_SALE_CENTS, min_inclusive: true } }),
  ),
  percent(bps),
];

function cpfOf(digit: number): string {
  const first = `${digit}`.repeat(8);
  const checked = Array.from({ length: 100 }, (_, i) => validCpf(`${first}0${String(i).padStart(2, '0')}`));
  return checked.find((cpf) => cpf !== null) ?? '';
}

/** All rows that a shop has, as one digest: they are the same, or something of it was changed. */
export async function digestOfShop(test: TestDatabase, shop: number): Promise<string> {
  return digestOf(JSON.stringify([...(await tablesOfShop(test, shop))]));
}

/** Of each table how many rows a shop has in it, and their digest. */
async function tablesOfShop(
  { db }: TestDatabase,
  shop: number,
): Promise<Map<string, { rows: number; digest: string }>> {
  const tables = await db.call<{ name: string }>(TABLES);
  const found = new Map<string, { rows: number; digest: string }>();
  for (const { name } of tables) {
    const rows: object[] = await db.asMerchant(shop, (work) => work.trx(name).select());
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    found.set(name, { rows: rows.length, digest: digestOf(lines.join('\n')) });
  }
  return found;
}

/** What of another shop stands in any row of a shop. */
export async function foundInRows(
  { db }: TestDatabase,
  shop: number,
  { canaries }: Neighbour,
): Promise<string[]> {
  const tables = await db.call<{ name: string }>(TABLES);
  return db.asMerchant(shop, async (work) => {
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await query<{ row: string }>(work, `SELECT t::text AS row FROM ${name} t`);
      for (const canary of canaries)
        if (rows.some(({ row }) => row.includes(canary))) found.push(`${canary} in ${name}`);
    }
    return found;
  });
}

/** What every message of a chat leaves, whatever it asks. */
const OF_THE_CHAT = ['chats', 'inbound_messages', 'outbox', 'simulator_messages'];

/** As `tablesOfShop`, of those with rows, without what the conversation itself writes. */
export async function tablesBesideChats(test: TestDatabase, shop: number): Promise<Map<string, unknown>> {
  const tables = await tablesOfShop(test, shop);
  return new Map([...tables].filter(([name, { rows }]) => rows > 0 && !OF_THE_CHAT.includes(name)));
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The database to which only one shop is due, whatever is due in others. */
export const seenFrom = (db: Database, shop: number): Database => ({
  asMerchant: (id, body) => db.asMerchant(id, body),
  snapshot: (id, body) => db.snapshot(id, body),
  close: () => Promise.resolve(),
  call: async <Row>(sql: string, bindings?: readonly unknown[]) => {
    const rows = await db.call<Row & { merchant_id?: number; id?: number }>(sql, bindings);
    return rows.filter(({ merchant_id: merchant, id }) => {
      const of = merchant ?? id;
      return typeof of !== 'number' || of === shop;
    });
  },
});
