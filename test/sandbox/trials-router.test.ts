import express, { type Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { createTryItRouter, type TryItTrials } from '../../src/sandbox/tryit';
import { scenarioOf } from '../../src/sandbox/tryit/scenario';
import { FakeBackend } from './fake-backend';
import { FakeTrials } from './fake-trials';
import { untilSeen } from '../support/until';

const ID = '018f6b1e-7c7a-7c3e-9d1b-0a1b2c3d4e5f';
const CHAT = '/try/api/shops/1/chats/ana';

let backend: FakeBackend;
let trials: FakeTrials;
const appOf = (tried: TryItTrials | null): Express =>
  express().use(
    createTryItRouter(backend, {
      logger: pino({ level: 'silent' }),
      stopping: new AbortController().signal,
      trials: tried,
    }),
  );

beforeEach(() => {
  backend = new FakeBackend();
  trials = new FakeTrials();
});

describe('what is put to the test', () => {
  it('passes on what is asked for', async () => {
    const app = appOf(trials);
    const messages = [{ id: ID, text: 'saldo' }];
    await request(app).post(`${CHAT}/deliveries`).send({ how: 'twice', messages }).expect(202);
    await request(app).post(`${CHAT}/by-hand`).send({ text: ' já vou ' }).expect(202);
    await request(app).post('/try/api/restart').send({}).expect(202);
    const { body } = await request(app).post('/try/api/clock').send({ hours: 24 });
    expect(body).toMatchObject({ aheadMs: 86_400_000 });
    expect(trials.asked).toEqual([
      { shop: '1', chat: 'ana', texts: ['saldo'], how: 'twice' },
      { shop: '1', chat: 'ana', byHand: 'já vou' },
      'restart',
    ]);
  });

  it.each([
    [`${CHAT}/deliveries`, { how: 'sideways', messages: [{ id: ID, text: 'a' }] }],
    [`${CHAT}/deliveries`, { how: 'burst', messages: [] }],
    [
      `${CHAT}/deliveries`,
      { how: 'burst', messages: Array.from({ length: 61 }, () => ({ id: ID, text: 'a' })) },
    ],
    [`${CHAT}/by-hand`, { text: '' }],
    ['/try/api/clock', { hours: 0 }],
    ['/try/api/clock', { hours: -1 }],
    ['/try/api/clock', { hours: 100_000 }],
  ])('refuses what cannot be: %s %j', async (path, body) => {
    await request(appOf(trials)).post(path).send(body).expect(400);
    expect(trials.asked).toEqual([]);
    expect(trials.clock().aheadMs).toBe(0);
  });

  it('is nowhere without a sandbox, nor for another site', async () => {
    await request(appOf(null)).get('/try/api/clock').expect(404);
    await request(appOf(null)).post('/try/api/restart').send({}).expect(404);
    await request(appOf(trials))
      .post('/try/api/restart')
      .set('sec-fetch-site', 'cross-site')
      .send({})
      .expect(403);
  });
});

describe('a conversation as a test', () => {
  it('is a file with what was said and how each answer begins', async () => {
    await backend.say('1', 'ana', { id: ID, text: 'saldo' });
    await untilSeen(
      'an answer',
      () => backend.messages('1', 'ana', null),
      ({ length }) => length >= 2,
    );
    const answer = await request(appOf(trials)).get(`${CHAT}/scenario`).expect(200);
    expect(answer.headers['content-disposition']).toContain('ana.db.test.ts');
    expect(answer.text).toContain("new Chat(test, shop, '+5511988880001').dialog([");
    expect(answer.text).toContain("['saldo', 'Você tem *R$ 12,50* de cashback para usar agora.'],");
    await request(appOf(trials)).get('/try/api/shops/1/chats/zoe/scenario').expect(404);
  });

  it('joins what was said before an answer, and survives quotes, lines and backslashes', () => {
    const said = (from: 'me' | 'shop', text: string) => ({ from, text }) as never;
    const phone = { name: 'Ana', role: 'customer', phone: '+5511988880001' } as never;
    const text = scenarioOf(phone, [
      said('shop', 'Oi!'),
      said('me', "it's \\ “x”"),
      said('me', 'a\nb'),
      said('shop', `${'é'.repeat(80)}\nmore`),
      said('me', 'unanswered'),
    ]);
    expect(text).toContain(`['it\\'s \\\\ “x” a\\nb', '${'é'.repeat(60)}'],`);
    expect(text).not.toContain('unanswered');
    expect(text).not.toContain('Oi!');
  });
});
