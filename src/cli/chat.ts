import { ConfigError, readConfig, type Config } from '../config';
import { createDemo, sandboxClockIn } from '../demo';
import { converse } from '../demo/terminal';
import { DirectoryRefused } from '../embedded/lock';
import { PortUnavailable } from '../http';
import { startProduct } from '../product';
import { createLogger } from '../telemetry';

async function main(): Promise<void> {
  const config: Config = readConfig({
    PORT: '0',
    PRIVATE_PORT: '0',
    SANDBOX_PORT: '0',
    SANDBOX: 'on',
    ...process.env,
  });
  const logger = createLogger(config.logLevel);
  const clock = sandboxClockIn(config.dataDir);
  // A terminal has no button for it.
  const demo = createDemo(config, logger, { clock, restart: () => undefined });
  const product = await startProduct(config, { logger, clock, routers: [] });
  try {
    await demo.open(product);
    await converse(demo.backend(), config.dataDir);
  } finally {
    await demo.stop();
    await product.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = [ConfigError, PortUnavailable, DirectoryRefused].some((kind) => error instanceof kind);
    process.stderr.write(
      `${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
    );
    process.exit(1);
  },
);
