import { Router } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Database } from './db';

const READY_MS = 2_000;

/** `/livez`, `/readyz` and `/metrics`, for the private port only. */
export function createHealthRouter(db: Database): { router: Router; registry: Registry } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const router = Router();
  router.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const slow = new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error('slow')), READY_MS).unref(),
    );
    try {
      await Promise.race([db.call('SELECT 1'), slow]);
      response.json({ status: 'ok' });
    } catch {
      response.status(503).json({ status: 'the database does not answer' });
    }
  });
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { router, registry };
}
