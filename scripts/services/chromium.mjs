import { isExecutable, MissingProgram, onPath } from './programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  ...NAMES.map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser's path: CHROME_PATH, else the usual places, else PATH. Throws MissingProgram. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new MissingProgram(`CHROME_PATH names ${chosen}, which is no program that can be run`);
  }
  const found = PLACES.find(isExecutable) ?? NAMES.map(onPath).find((path) => path !== undefined);
  if (found === undefined)
    throw new MissingProgram('Chromium is not installed: apt-get install --no-install-recommends chromium');
  return found;
}
