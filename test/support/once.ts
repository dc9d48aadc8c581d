import { commands } from '../../src/bot/commands';
import { keepLearnt } from '../../src/bot/understand';
import { makeImage } from '../../src/simulation/image';

/** Once before all suites (jest's `globalSetup`): what each of them would otherwise make for itself. */
async function once(): Promise<void> {
  keepLearnt(commands);
  if (process.env['TEST_DATABASE_URL'] === undefined) await makeImage();
}

export = once;
