import { Router } from 'express';
import { join } from 'node:path';
import type { Config } from '../config';
import { PortUnavailable } from '../http';
import { sendProblem } from '../http/problem';
import type { Product } from '../product';
import { sandboxClockIn, type SandboxClock } from '../sandbox/clock';
import { createSandboxSmartPos, type SandboxSmartPos } from '../sandbox/smartpos';
import { createTryItRouter, nameOf, type TryItBackend } from '../sandbox/tryit';
import { moveConnection } from '../sync/connections';
import type { Logger } from '../telemetry';
import { DemoBackend } from './backend';
import { Diary } from './diary';
import { openDemoShops, type DemoShop } from './shops';
import { DemoTrials, type Stage } from './trials';

export { firstStartNote } from './first-start';
export { sandboxClockIn };

/** The sandbox SmartPOS, two demo shops on it, and the page to try them: everything that a real shop has no use for. */
export interface Demo {
  /** The try-it page; it works from `open` on. */
  router: Router;
  backend(): TryItBackend;
  /** The data directory is the product's, and locked by it, before the sandbox writes into it. */
  open(product: Product): Promise<void>;
  greeting(url: string): string[];
  /** Stops the product that it was opened with too, in its turn: nobody asks anything of what has stopped. */
  stop(): Promise<void>;
}

/** Under which the try-it page may be asked for. */
const namesOf = ({ host, publicUrl }: Config): string[] => [
  host,
  ...(publicUrl === null ? [] : [nameOf(publicUrl) ?? '']),
];

/** `restart` stops all that runs and starts it again. */
export function createDemo(
  config: Config,
  logger: Logger,
  { clock, restart }: { clock: SandboxClock; restart: () => void },
): Demo {
  const stopping = new AbortController();
  let sandbox: SandboxSmartPos | null = null;
  let backend: DemoBackend | null = null;
  let product: Product | null = null;
  let diary: Diary | null = null;
  let shops: readonly DemoShop[] = [];
  const opened = (): TryItBackend => {
    if (backend === null) throw new Error('the demo is not open yet');
    return backend;
  };
  const stage = (): Stage => {
    if (product === null || diary === null) throw new Error('the demo is not open yet');
    const companyOf = (shop: string): string => shops.find(({ id }) => String(id) === shop)?.company ?? '';
    const phones = (shop: string) => opened().phones(shop);
    return { product, burstMs: config.burstMs, phones, diary, companyOf };
  };
  const [trials, names] = [new DemoTrials(clock, stage, restart), namesOf(config)];
  return {
    router: onceOpen(
      () => backend !== null,
      createTryItRouter(lateBackend(opened), { logger, stopping: stopping.signal, trials, names }),
    ),
    backend: opened,
    open: async (running) => {
      product = running;
      sandbox = createSandboxSmartPos({
        dataFile: join(config.dataDir, 'sandbox.jsonl'),
        clock,
        logger,
        host: '127.0.0.1',
        port: config.sandboxPort,
      });
      diary = new Diary(config.dataDir, () => clock.now());
      shops = await openShops(config, running, sandbox);
      for (const { id } of shops) await diary.begin(running.db, id);
      backend = new DemoBackend(running, sandbox, shops, config.burstMs, diary);
    },
    greeting,
    stop: async () => {
      stopping.abort();
      for (const part of [backend, product, sandbox]) await part?.stop();
      diary?.close();
    },
  };
}

const greeting = (url: string): string[] => [
  `Smartbis está no ar. Abra ${url} no navegador.`,
  '',
  'Lá há quatro celulares lado a lado: duas clientes, a Carla do caixa e a Dora, dona da Padaria Central.',
  '  1. Aperte “Vender” em uma maquininha, com o telefone da Ana: a mensagem chega no celular dela.',
  '  2. No celular da Ana, escreva: saldo   e depois: resgatar 5',
  '  3. No da Carla: validar e o código do voucher.',
  '  4. No da Dora: status, ou uma regra nova: cashback 10% acima de R$ 50',
  '',
  'Para parar: Ctrl-C; amanhã tudo continua onde estava. (Parado, também dá para conversar no terminal: npm run chat)',
];

/** The port answers before the demo shops are there. */
function onceOpen(isOpen: () => boolean, pages: Router): Router {
  const router = Router();
  router.use('/try', (_request, response, next) => {
    if (isOpen()) next();
    else
      sendProblem(response, { status: 503, title: 'Só um instante: está começando.', retryAfterSeconds: 1 });
  });
  router.use(pages);
  return router;
}

/** The page's routes exist before the product does. */
function lateBackend(opened: () => TryItBackend): TryItBackend {
  return {
    shops: () => opened().shops(),
    phones: (...given) => opened().phones(...given),
    messages: (...given) => opened().messages(...given),
    say: (...given) => opened().say(...given),
    sendReceipt: (...given) => opened().sendReceipt(...given),
    picture: (...given) => opened().picture(...given),
    document: (...given) => opened().document(...given),
    machines: (...given) => opened().machines(...given),
    sales: (...given) => opened().sales(...given),
    sell: (...given) => opened().sell(...given),
    cancel: (...given) => opened().cancel(...given),
    refund: (...given) => opened().refund(...given),
    faults: (...given) => opened().faults(...given),
    setFaults: (...given) => opened().setFaults(...given),
    ledger: (...given) => opened().ledger(...given),
    subscribe: (...given) => opened().subscribe(...given),
  };
}

async function openShops(
  config: Config,
  product: Product,
  sandbox: SandboxSmartPos,
): Promise<readonly DemoShop[]> {
  const { url: sandboxUrl } = await sandbox.start().catch((error: unknown) => {
    throw new PortUnavailable('SANDBOX_PORT', config.sandboxPort, String((error as { code?: unknown }).code));
  });
  const { db, url } = product;
  const shops = await openDemoShops(db, sandbox, sandboxUrl, config.dataDir);
  for (const { id, company, connectionId, signingSecret } of shops) {
    await db.asMerchant(id, (work) => moveConnection(work, connectionId, sandboxUrl));
    if (url !== null)
      sandbox.setWebhook(company, {
        url: `${url}/v1/smartpos/events/${connectionId}`,
        secret: signingSecret,
      });
  }
  await product.hosts?.refresh();
  return shops;
}
