import { Router } from 'express';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { gaugeIn } from './gauge';
import { OperatingFigures } from './operating-figures';

const READY_MS = 2_000;

export interface Health {
  db: Database;
  clock: Clock;
  /** One process's. */
  registry: Registry;
  /** Takes nothing new any more. */
  isEnding?: () => boolean;
}

/** `/livez`, `/readyz` and `/metrics`, for the private port only. */
export function createHealthRouter({ db, clock, registry, isEnding = () => false }: Health): Router {
  collectDefaultMetrics({ register: registry });
  const figures = new OperatingFigures(db, clock, registry);
  const help = 'Whether the database answered for these figures within two seconds';
  const answers = gaugeIn(registry, 'database_up', help);
  const router = Router();
  router.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    if (isEnding()) response.status(503).json({ status: 'this process is ending' });
    else if (await inTime(db.call('SELECT 1'))) response.json({ status: 'ok' });
    else response.status(503).json({ status: 'the database does not answer' });
  });
  router.get('/metrics', async (_request, response) => {
    answers.set((await inTime(figures.refresh())) ? 1 : 0);
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_MS);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([done, slow]);
  clearTimeout(timer);
  return answered;
}
