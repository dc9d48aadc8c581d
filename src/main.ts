import { readConfig } from './config';
import { inWords } from './explain';
import { startProduct, type Product } from './product';
import { createDemo, firstStartNote, sandboxClockIn, type Demo } from './demo';
import { whenAskedToEnd } from './signals';
import { createLogger, type Logger } from './telemetry';

const STOP_MS = 25_000;
/** Aborted once the process is asked to end: what still starts gives up. */
const asked = new AbortController();

interface Running {
  product: Product;
  demo: Demo | null;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const clock = config.sandbox ? sandboxClockIn(config.dataDir) : null;
  if (config.sandbox) process.stdout.write(firstStartNote(config) ?? '');
  let running: Promise<Running>;
  const start = async (): Promise<Running> => {
    const demo = clock === null ? null : createDemo(config, logger, { clock, restart: startAgain });
    const routers = demo === null ? [] : [demo.router];
    const product = await startProduct(config, {
      logger,
      routers,
      stopping: asked.signal,
      ...(clock !== null && { clock }),
      ...(process.stdout.isTTY && { terminal: (text: string) => void process.stdout.write(text) }),
    });
    try {
      await demo?.open(product);
    } catch (error) {
      await product.stop();
      throw error;
    }
    return { product, demo };
  };
  const startAgain = (): void => {
    running = running.then(stopped).then(start);
    running.catch(fail);
  };
  running = start();
  // From the beginning: one that is asked to end while it starts ends in order as well.
  stopInOrder(() => running, logger);
  const started = await running.catch(gaveUp);
  if (started !== null) process.stdout.write(greeting(started.product, started.demo));
}

async function stopped({ product, demo }: Running): Promise<void> {
  await (demo ?? product).stop();
}

/** Null where it was asked to end before it had started. */
function gaveUp(error: unknown): null {
  if (error !== asked.signal.reason) throw error;
  return null;
}

/**
 * Who asks it to end has it stop in order; a stop that takes too long ends at once. So does a fault that no edge caught: what
 * was accepted ends well, it is told as every log is, without whom it is about, and a supervisor starts anew.
 */
function stopInOrder(running: () => Promise<Running>, logger: Logger): void {
  let stopping = false;
  let code = 0;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    asked.abort();
    void (async () => {
      const started = await running().catch(gaveUp);
      if (started !== null) await stopped(started);
      process.stdout.write('Até logo.\n');
      process.exit(code);
    })().catch(fail);
  };
  whenAskedToEnd(stop);
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a fault that nobody caught ends this process');
    code = 1;
    stop();
  });
}

function greeting(product: Product, demo: Demo | null): string {
  const lines = demo === null ? [] : demo.greeting(product.url ?? '');
  const serving = product.url === null ? 'Smartbis is working.' : `Smartbis is at ${product.url}`;
  return ['', ...(lines.length > 0 ? lines : [serving]), ''].join('\n');
}

main().catch(fail);

function fail(error: unknown): void {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
}
