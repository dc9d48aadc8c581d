import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forgetMisunderstood, misunderstood, type Misunderstood } from '../bot/conversation/misunderstood';
import { readPhraseFile } from '../bot/understand';
import { ConfigError, readConfig, type Config } from '../config';
import type { Database } from '../db';
import { allShops } from '../loyalty';
import { withOperatorDatabase } from '../product/operator';
import { isWish, variableOf } from '../product/phrase-files';
import { runCli } from './run';

const USAGE = `npm run phrases                             what the chat did not understand, the most frequent first
npm run phrases -- --label ID=WISH          what it meant: goes into the file of PHRASES_PT, PHRASES_EN or PHRASES_ES
npm run phrases -- --label ID=none          it is no wish of the program
npm run phrases -- --drop ID                neither

--label and --drop may be repeated. Wishes are named as npm run parse names them. The program reads the files when it
starts. Personal data was taken out before anything was kept. Stop the embedded product while this runs.
`;

/** Thrown where nothing is done: what was asked for cannot be. */
class Refused extends Error {}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      label: { type: 'string', multiple: true, default: [] },
      drop: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig(process.env);
  return withOperatorDatabase(config, async (db) => {
    const said = await saidInAllShops(db);
    const labels = values.label.map((label) => labelIn(label, said));
    const dropped = values.drop.map((id) => knownIn(id, said));
    if (labels.length + dropped.length === 0) process.stdout.write(listOf(said));
    for (const { one, wish } of labels) addTo(config, one, wish);
    for (const { id } of [...labels.map(({ one }) => one), ...dropped])
      for (const shop of await allShops(db))
        await db.asMerchant(shop.id, (work) => forgetMisunderstood(work, id));
    return 0;
  });
}

/** By what was said, whichever the shop. */
async function saidInAllShops(db: Database): Promise<ReadonlyMap<string, Misunderstood>> {
  const said = new Map<string, Misunderstood>();
  for (const { id } of await allShops(db))
    for (const one of await db.asMerchant(id, misunderstood))
      said.set(one.id, { ...one, times: one.times + (said.get(one.id)?.times ?? 0) });
  return said;
}

function listOf(said: ReadonlyMap<string, Misunderstood>): string {
  const lines = [...said.values()]
    .sort((a, b) => b.times - a.times)
    .map(({ id, lang, words, byStaff, offered, times }) => {
      const who = byStaff ? 'staff' : 'customer';
      return `${id}  ${times}×  ${lang}  ${who}  ${words}${offered.length > 0 ? `  (${offered.join(', ')}?)` : ''}\n`;
    });
  return lines.length === 0 ? 'Everything was understood.\n' : lines.join('');
}

function knownIn(id: string, said: ReadonlyMap<string, Misunderstood>): Misunderstood {
  const one = said.get(id);
  if (one === undefined) throw new Refused(`nothing that was said has the id ${id}`);
  return one;
}

function labelIn(
  label: string,
  said: ReadonlyMap<string, Misunderstood>,
): { one: Misunderstood; wish: string } {
  const [id = '', wish = ''] = label.split('=');
  if (!isWish(wish)) throw new Refused(`there is no wish “${wish}”`);
  return { one: knownIn(id, said), wish };
}

/** A file is whole at any moment: written beside itself, then put in its place. */
function addTo({ phraseFiles }: Config, { lang, words }: Misunderstood, wish: string): void {
  const path = phraseFiles[lang];
  if (path === null) throw new Refused(`${variableOf(lang)} names no file to write to`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
  const { phrases, faults } = readPhraseFile(text, lang, isWish);
  if (faults.length > 0) throw new Refused(`${path}: ${faults.join('; ')}`);
  const more = { ...Object.fromEntries(phrases), [wish]: [...(phrases.get(wish) ?? []), words] };
  const written = `${JSON.stringify(more, null, 2)}\n`;
  const [fault] = readPhraseFile(written, lang, isWish).faults;
  if (fault !== undefined) throw new Refused(fault);
  writeFileSync(`${path}.new`, written);
  renameSync(`${path}.new`, path);
  process.stdout.write(`${path}: “${words}” is ${wish}\n`);
}

runCli(main, (error) => [ConfigError, Refused, TypeError].some((kind) => error instanceof kind), 2);
