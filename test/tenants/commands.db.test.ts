import type { Args, Command } from '../../src/bot/command';
import { commands } from '../../src/bot/commands';
import { customerBy, declareIdentity, LANGUAGES, type Language } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { digestOfShop, openNeighbour, type Neighbour } from '../support/neighbours';
import { ANA, CASHIER, OWNER } from '../support/shop';

let test: TestDatabase;
let own: Neighbour;
let other: Neighbour;
let before: string;
beforeAll(async () => {
  test = await openTestDatabase();
  own = await openNeighbour(test, 'Araponga', 3);
  other = await openNeighbour(test, 'Bemtevi', 7);
  await test.db.asMerchant(other.id, async (work) => {
    const id = await customerBy(work, { kind: 'phone', value: other.phone });
    await declareIdentity(work, { customerId: id ?? '', identity: { kind: 'email', value: MAIL } });
  });
  before = await digestOfShop(test, other.id);
});
afterAll(() => test.close());

/** Of a customer of the other shop, whom nobody here knows; who says it becomes known by it, so that it is no canary. */
const MAIL = 'correio@exemplo.com.br';

/** What of a sentence names something of a shop, and what takes its place. */
const REFERENCES: Partial<Record<keyof Args, (says: string) => string>> = {
  code: (says) => says.replaceAll(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\bABCD1234\b/g, other.code),
  phone: (says) =>
    says.replaceAll(/(?:\+?55 ?)?\(?11\)? ?9?8888-?\d{4}|11 98888-\d{4}/g, other.phone.slice(3)),
  reference: (says) => says.replaceAll(/\b\d{6}\b/g, other.sale.nsu),
  number: (says) => says.replaceAll(/(regra|campanha|rule|campaign|regla|campaña) \d+/g, `$1 ${other.rule}`),
  // At the end it would be a store's, which its reward then tells everybody.
  name: (says) => (says.includes('Centro') ? says : `${says} ${other.canaries[0]}`),
  email: (says) => says.replaceAll(/\S+@\S+/g, MAIL),
};

/** What names nothing that is a shop's own. (Stores do in no sale of its; the answer tells which it knows.) */
const NAMES_NOTHING: ReadonlySet<string> = new Set(
  (
    'amount_cents role reason friend_cents birthday cpf from to points lang mode kind override setting rule change ' +
    'stores settings period campaign campaignAsk campaignChange channels definitions weekly stop resume ask'
  ).split(' '),
);

/** Every example of a command, as it is and with the other shop's references in it. */
function sentencesOf({ examples, patterns }: Command, languages: readonly Language[] = ['pt']): string[] {
  const said = languages
    .flatMap((language) => examples[language])
    .flatMap(({ says, args }) => [
      says,
      ...(Object.keys(args) as (keyof Args)[]).flatMap((name) => REFERENCES[name]?.(says) ?? []),
    ]);
  const named = patterns.pt.some((pattern) => pattern.includes('{number}')) ? [`regra ${other.rule}`] : [];
  return [...new Set([...said, ...named])];
}

/** What stands in an answer of the other shop's, but for what was said in the sentence itself. */
const leaks = (answer: string, said: string): string[] =>
  other.canaries.filter((canary) => answer.includes(canary) && !said.includes(canary));

describe.each([
  ['the owner', OWNER, LANGUAGES],
  ['the cashier', CASHIER, undefined],
  ['a customer of both shops', ANA, undefined],
  ['a stranger', '+5511988880099', undefined],
])('said by %s', (_who, phone, languages) => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s reads and changes nothing of another shop',
    async (_name, command) => {
      const chat = new Chat(test, own.id, phone);
      for (const says of sentencesOf(command, languages)) {
        const heard = [await chat.says(says), await chat.says('sim'), await chat.says('1')];
        const said = `${says} ${phone}`;
        for (const { text, card } of heard)
          expect([says, leaks(`${text} ${JSON.stringify(card)}`, said)]).toEqual([says, []]);
      }
    },
  );

  it('and all that they said changed nothing of it', async () => {
    expect(await digestOfShop(test, other.id)).toBe(before);
  });
});

it('tries every argument that can name something of a shop', () => {
  const used = new Set(
    commands.flatMap(({ examples }) =>
      examples.pt.flatMap(({ args }) => Object.keys(args) as (keyof Args)[]),
    ),
  );
  const unknown = [...used].filter((name) => !(name in REFERENCES) && !NAMES_NOTHING.has(name));
  expect(unknown).toEqual([]);
  const tried = commands.flatMap((command) => sentencesOf(command, LANGUAGES)).join('\n');
  for (const reference of [other.code, other.phone.slice(3), other.sale.nsu, `regra ${other.rule}`])
    expect(tried).toContain(reference);
});
