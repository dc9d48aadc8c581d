import { ConfigError, readConfig, type Config } from '../config';
import { createDemo, firstStartNote, sandboxClockIn } from '../demo';
import { converse } from '../demo/terminal';
import { DirectoryRefused } from '../embedded/lock';
import { PortUnavailable } from '../http';
import { startProduct } from '../product';
import { whenAskedToEnd } from '../signals';
import { createLogger } from '../telemetry';

/** Aborted once the process is asked to end; asked again, it ends at once. */
const asked = new AbortController();
whenAskedToEnd(() => asked.abort());

async function main(): Promise<void> {
  const config: Config = readConfig({
    PORT: '0',
    PRIVATE_PORT: '0',
    SANDBOX_PORT: '0',
    SANDBOX: 'on',
    ...process.env,
  });
  const logger = createLogger(config.logLevel);
  process.stdout.write(firstStartNote(config) ?? '');
  const clock = sandboxClockIn(config.dataDir);
  // A terminal has no button for it.
  const demo = createDemo(config, logger, { clock, restart: () => undefined });
  const product = await startProduct(config, { logger, clock, routers: [], stopping: asked.signal });
  try {
    await demo.open(product);
    await converse(demo.backend(), config.dataDir, asked.signal);
  } finally {
    await demo.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error === asked.signal.reason) process.exit(0);
    const known = [ConfigError, PortUnavailable, DirectoryRefused].some((kind) => error instanceof kind);
    process.stderr.write(
      `${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
    );
    process.exit(1);
  },
);
