import express, { type Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { createTryItRouter, type TryItTrials } from '../../src/sandbox/tryit';
import { FakeBackend } from './fake-backend';
import { FakeTrials } from './fake-trials';

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

it('a try-out is a file with each step at its moment, which survives quotes, lines and backslashes', async () => {
  const answer = await request(appOf(trials)).get('/try/api/shops/1/scenario').expect(200);
  expect(answer.headers['content-disposition']).toContain('padaria.db.test.ts');
  const at = "at: Date.parse('2026-11-27T15:00:00.000Z')";
  expect(answer.text).toContain(
    `{ ${at}, from: '+5511988880001', name: 'Ana', id: 'm1', says: 'it\\'s \\\\ “x”\\na' },`,
  );
  expect(answer.text).toContain(`{ ${at}, answers: '+5511988880001', with: 'Você tem *R$ 12,50*' },`);
  expect(answer.text).toContain(`{ ${at}, answers: '+5511988880001', with: null },`);
  await request(appOf(trials)).get('/try/api/shops/99/scenario').expect(404);
  await request(appOf(null)).get('/try/api/shops/1/scenario').expect(404);
});
