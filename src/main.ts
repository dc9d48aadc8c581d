import { ConfigError, readConfig } from './config';
import { RoleNotGranted } from './db';
import { DirectoryRefused } from './embedded/lock';
import { PortUnavailable } from './http';
import { startProduct, type Product } from './product';
import { createDemo, firstStartNote, sandboxClockIn, type Demo } from './demo';
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
 * The first signal stops in order; a second one, or a stop that takes too long, ends at once. So does a fault that no edge
 * caught: what was accepted ends well, it is told as every log is, without whom it is about, and a supervisor starts anew.
 */
function stopInOrder(running: () => Promise<Running>, logger: Logger): void {
  let stopping = false;
  let code = 0;
  const stop = (): void => {
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
  const onSignal = (): void => (stopping ? process.exit(1) : stop());
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a fault that nobody caught ends this process');
    code = 1;
    if (!stopping) stop();
  });
}

function greeting(product: Product, demo: Demo | null): string {
  const lines = demo === null ? [] : demo.greeting(product.url ?? '');
  const serving = product.url === null ? 'Smartbis is working.' : `Smartbis is at ${product.url}`;
  return ['', ...(lines.length > 0 ? lines : [serving]), ''].join('\n');
}

main().catch(fail);

function fail(error: unknown): void {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** With PostgreSQL's `admin_shutdown`, `crash_shutdown` and `cannot_connect_now`: it may go away while a process starts. */
const UNREACHABLE = /^(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|EPIPE|57P01|57P02|57P03)$/;

/** What a person can do about it; a stack only for what nobody foresaw. */
function explain(error: unknown): string {
  const foreseen = [ConfigError, PortUnavailable, DirectoryRefused, RoleNotGranted];
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message;
  const code = codeOf(error);
  if (UNREACHABLE.test(code))
    return `The database or Redis cannot be reached (${code}). Check DATABASE_URL and REDIS_URL, and that both are running.`;
  const refusing = ['28000', '28P01', '3D000'];
  if (refusing.includes(code))
    return `The database refuses: ${(error as Error).message}. Check DATABASE_URL and MIGRATIONS_DATABASE_URL.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What a database's or a socket's fault is known by; pg has none for a session that ended. */
function codeOf(error: unknown): string {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code === 'string') return code;
  return message.startsWith('Connection terminated') ? 'ECONNRESET' : '';
}
