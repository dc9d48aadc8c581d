import { commands } from '../../src/bot/commands';
import { keepLearnt } from '../../src/bot/understand';
import { makeImage } from '../../src/simulation/image';
import { makeTemplate } from './postgres';

/** Once before all suites (jest's `globalSetup`): what each of them would otherwise make for itself. */
async function once(): Promise<void> {
  keepLearnt(commands);
  const server = process.env['TEST_DATABASE_URL'];
  await (server === undefined ? makeImage() : makeTemplate(server));
}

export = once;
