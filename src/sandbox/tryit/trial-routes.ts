import type { Router } from 'express';
import { TryItRefusal, type TryItBackend } from './backend';
import { paramsOf, read } from './reading';
import * as requests from './requests';
import { scenarioOf } from './scenario';
import type { TryItTrials } from './trials';

const HOUR_MS = 3_600_000;

/** What the page's trials ask for. */
export function addTrialRoutes(api: Router, backend: TryItBackend, trials: TryItTrials | null): void {
  const tried = (): TryItTrials => {
    if (trials === null) throw new TryItRefusal(404, 'There is nothing here');
    return trials;
  };
  api.get('/clock', (_request, response) => void response.json(tried().clock()));
  api.post('/clock', async (request, response) => {
    await tried().jump(read(requests.jumpBody, request.body).hours * HOUR_MS);
    response.json(tried().clock());
  });
  api.post('/restart', async (_request, response) => {
    await tried().restart();
    response.status(202).end();
  });
  api.post('/shops/:shop/chats/:chat/deliveries', async (request, response) => {
    const { shop, chat } = paramsOf(request);
    const { messages, how } = read(requests.deliveryBody, request.body);
    await tried().deliver(shop, chat, messages, how);
    response.status(202).end();
  });
  api.post('/shops/:shop/chats/:chat/by-hand', async (request, response) => {
    const { shop, chat } = paramsOf(request);
    await tried().answerByHand(shop, chat, read(requests.byHandBody, request.body).text);
    response.status(202).end();
  });
  api.get('/shops/:shop/scenario', async (request, response) => {
    const { shop } = paramsOf(request);
    const known = (await backend.shops()).some(({ id }) => id === shop);
    if (!known) throw new TryItRefusal(404, 'There is no such shop');
    const tryOut = await tried().tryOut(shop);
    response.attachment(`${tryOut.company}.db.test.ts`).type('text/plain').send(scenarioOf(tryOut));
  });
}
