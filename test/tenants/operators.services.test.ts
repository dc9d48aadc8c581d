import { command } from '../support/program';
import { Chat } from '../support/dialog';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { digestOfShop, foundInRows, openNeighbour, type Neighbour } from '../support/neighbours';
import { requiredService } from '../support/services';

let test: TestDatabase;
let own: Neighbour;
let other: Neighbour;
let env: Record<string, string>;
/** What nobody understands, in each shop. */
const OWN_WORDS = 'blorptz zunf';
const OTHER_WORDS = 'grumpf vrak';

beforeAll(async () => {
  requiredService('TEST_DATABASE_URL');
  test = await openTestDatabase();
  own = await openNeighbour(test, 'Araponga', 3);
  other = await openNeighbour(test, 'Bemtevi', 7);
  await new Chat(test, own.id, own.phone).says(OWN_WORDS);
  await new Chat(test, other.id, other.phone).says(`${OTHER_WORDS}, aqui é ${other.canaries[3]}`);
  env = { DATABASE_URL: test.url ?? '', SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
});
afterAll(() => test.close());

const shown = (text: string, { canaries }: Neighbour): string[] =>
  canaries.filter((canary) => text.includes(canary));

/** Runs it; it must say something, and neither say nor change anything of the other shop. */
async function run(
  file: string,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const before = await digestOfShop(test, other.id);
  const ran = await command({ ...env, ...more }, file, ...args);
  expect(ran.text).not.toBe('');
  expect(shown(ran.text, other)).toEqual([]);
  expect(await digestOfShop(test, other.id)).toBe(before);
  return ran;
}

const KEYS = {
  CLOUD_API_PHONE_NUMBER_ID: '106540352242922',
  CLOUD_API_TOKEN: 'EAAtoken',
  CLOUD_API_APP_SECRET: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
};

describe('an operator’s command for one shop neither shows nor changes another', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['how it is', [], {}],
    ['a link to link it again', ['--link'], {}],
    ['a page for the Cloud API’s keys', ['--cloud-api'], {}],
    ['the Cloud API at once', ['--cloud-api'], KEYS],
    ['a template', ['--template', 'benefit-earned:pt_BR:ganhou:amount,sale,use,balance'], {}],
  ])('whatsapp --shop: %s', async (_what, args, more) => {
    const before = await digestOfShop(test, own.id);
    const { status, text } = await run('whatsapp.js', ['--shop', String(own.id), ...args], more);
    expect([status, text]).toEqual([0, expect.stringContaining(own.name)]);
    // What is asked for is done, and to the shop that was named.
    expect((await digestOfShop(test, own.id)) === before).toBe(args.length === 0);
    expect(await foundInRows(test, own.id, other)).toEqual([]);
  });

  it('whatsapp --shop of one that is not there', async () => {
    const before = await digestOfShop(test, own.id);
    const { status, text } = await run('whatsapp.js', ['--shop', '999999', '--link']);
    expect([status, shown(text, own)]).toEqual([1, []]);
    expect(await digestOfShop(test, own.id)).toBe(before);
  });

  it('shop: a new one, of an owner who has others', async () => {
    const before = await digestOfShop(test, own.id);
    const more = { SMARTPOS_KEY_ID: 'id', SMARTPOS_KEY_SECRET: 'secret' };
    const args = ['--name', 'Loja Curió', '--owner', '+55 11 98888-0004'];
    const { status, text } = await run('shop.js', args, more);
    expect([status, shown(text, own)]).toEqual([0, []]);
    expect(await digestOfShop(test, own.id)).toBe(before);
    const made = Number(/^Shop (\d+): Loja Curió/.exec(text)?.[1]);
    expect([own.id, other.id]).not.toContain(made);
    for (const neighbour of [own, other]) expect(await foundInRows(test, made, neighbour)).toEqual([]);
  });
});

describe('an operator’s command over all shops', () => {
  it('books: names shops by their numbers, and changes nothing', async () => {
    const before = await digestOfShop(test, own.id);
    const { status, text } = await run('books.js', []);
    expect([status, shown(text, own)]).toEqual([0, []]);
    for (const { id } of [own, other]) expect(text).toContain(`shop ${id}: `);
    expect(await digestOfShop(test, own.id)).toBe(before);
  });

  it('phrases: lists words without whose they are, and drops only what was named', async () => {
    const { status, text } = await run('phrases.js', []);
    expect([status, shown(text, own)]).toEqual([0, []]);
    expect(text).toContain(OTHER_WORDS);
    const id = new RegExp(`^(\\S+) .*${OWN_WORDS}`, 'm').exec(text)?.[1] ?? '';
    const before = await digestOfShop(test, other.id);
    expect(await command(env, 'phrases.js', '--drop', id)).toEqual({ status: 0, text: '' });
    expect(await digestOfShop(test, other.id)).toBe(before);
    const after = await run('phrases.js', []);
    expect([after.text.includes(OWN_WORDS), after.text.includes(OTHER_WORDS)]).toEqual([false, true]);
  });
});
