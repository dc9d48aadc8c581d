import type { Args, Command } from '../../src/bot/command';
import { commands } from '../../src/bot/commands';
import {
  addRule,
  addStaff,
  currentProgram,
  customerBy,
  declareIdentity,
  LANGUAGES,
  type Language,
} from '../../src/loyalty';
import { withLinks } from '../../src/pages/one-time-links';
import { openTestDatabase, type TestDatabase } from './database';
import { Chat, type Heard } from './dialog';
import { digestOfShop, MANAGER, openNeighbour, type Neighbour } from './neighbours';
import { PinPages } from './pin';
import { CASHIER, OWNER, percent } from './shop';

/** Of a customer of the other shop, whom nobody here knows; who says it becomes known by it. */
const MAIL = 'correio@exemplo.com.br';

export const SWITCH: Readonly<Record<Language, string>> = { pt: 'português', en: 'english', es: 'español' };
export const YES: Readonly<Record<Language, string>> = { pt: 'sim', en: 'yes', es: 'sí' };

/** What of a sentence names something of a shop, and what takes its place. */
type References = Partial<Record<keyof Args, (says: string) => string>>;
const referencesTo = (other: Neighbour): References => ({
  code: (says) => says.replaceAll(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\bABCD1234\b/g, other.code),
  phone: (says) =>
    says.replaceAll(/(?:\+?55 ?)?\(?11\)? ?9?8888-?\d{4}|11 98888-\d{4}/g, other.phone.slice(3)),
  reference: (says) => says.replaceAll(/\b\d{6}\b/g, other.sale.nsu),
  number: (says) =>
    says
      .replaceAll(/(regra|rule|regla) \d+/g, `$1 ${other.rule}`)
      .replaceAll(/(campanha|campaign|campaña) \d+/g, `$1 ${other.campaign}`),
  // At the end it would be a store's, which its reward then tells everybody.
  name: (says) => (says.includes('Centro') ? says : `${says} ${other.mark}`),
  email: (says) => says.replaceAll(/\S+@\S+/g, MAIL),
  cpf: (says) => says.replaceAll(/\d{3}\.\d{3}\.\d{3}-\d{2}|\b\d{11}\b/g, other.cpf),
});

/** What names nothing that is a shop's own. (Stores do in no sale of its; the answer tells which it knows.) */
const NAMES_NOTHING: ReadonlySet<string> = new Set(
  (
    'amount_cents role reason friend_cents birthday from to points lang mode kind override setting rule change ' +
    'stores settings period campaign campaignAsk campaignChange channels definitions weekly stop resume ask'
  ).split(' '),
);

/** Every example of a command with the other shop's references in it. */
function aimed({ examples, patterns }: Command, language: Language, references: References): string[] {
  const said = examples[language].flatMap(({ says, args }) =>
    (Object.keys(args) as (keyof Args)[]).flatMap((name) => references[name]?.(says) ?? []),
  );
  const named = patterns.pt.some((pattern) => pattern.includes('{number}'));
  return [...new Set([...said, ...(named ? [references.number?.(`regra 1`) ?? ''] : [])])];
}

/** One of the shop says all that there is to be said, in every language, goes through with it, and learns and changes nothing of another. */
export function provesClosed(phone: string, finishes: readonly string[] = []): void {
  let test: TestDatabase;
  let own: Neighbour;
  let other: Neighbour;
  let before: string;
  let references: References;
  let pages: PinPages;
  /** All of theirs that was named here, which answers may well repeat. */
  let said = phone;
  const finished = new Set<string>();
  beforeAll(async () => {
    test = await openTestDatabase();
    own = await openNeighbour(test, 'Araponga', 3);
    other = await openNeighbour(test, 'Bemtevi', 7);
    references = referencesTo(other);
    pages = new PinPages(test, own.id);
    await test.db.asMerchant(other.id, async (work) => {
      const id = await customerBy(work, { kind: 'phone', value: other.phone });
      await declareIdentity(work, { customerId: id ?? '', identity: { kind: 'email', value: MAIL } });
    });
    before = await digestOfShop(test, other.id);
  });
  afterAll(() => test.close());

  /** The team as it was, whomever the last command removed; and fewer rules than the other shop has. */
  const restore = (key: string): Promise<void> =>
    test.db.asMerchant(own.id, async (work) => {
      await addStaff(work, { phone: CASHIER, name: 'Caixa', role: 'cashier' });
      await addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' });
      await addStaff(work, { phone: OWNER, name: 'Dona', role: 'owner' });
      // Each version of a program is read for every answer: it is made anew where it must be.
      const { length } = (await currentProgram(work))?.listed ?? [];
      if (length >= 3 && length < other.rule - 10) return;
      for (const [i, bps] of [500, 1_000, 200].entries())
        await addRule(work, { rule: percent(bps), by: null, key: `${key} ${i}`, replace: i === 0 });
    });

  function expectNothing(says: string, heard: string): void {
    const leaked = other.canaries.filter((canary) => heard.includes(canary) && !said.includes(canary));
    expect([says, leaked]).toEqual([says, []]);
  }

  const expectClosed = (says: string, { text, card }: Heard): void =>
    expectNothing(says, `${text} ${JSON.stringify(card)}`);

  /** Says it and goes through with it. */
  async function goThrough(chat: Chat, says: string, { name }: Command, language: Language): Promise<void> {
    for (const words of [says, YES[language], '1']) {
      const heard = await chat.says(words);
      expectClosed(says, heard);
      if (!withLinks(heard.text, test.secrets, own.id, '').includes('/p/pin/')) continue;
      const page = await pages.enter(chat);
      expectNothing(says, page.text);
      expectClosed(says, await chat.hears());
      if (page.status === 200) finished.add(name);
    }
  }

  const cases = LANGUAGES.flatMap((language) =>
    commands.map((command) => [command.name, language, command] as const),
  );
  const opened = async (name: string, language: Language, what: string): Promise<Chat> => {
    await restore(`${name} ${language} ${what}`);
    const chat = new Chat(test, own.id, phone, `${name}-${language}-${what}@simulator`);
    await chat.says(SWITCH[language]);
    return chat;
  };

  describe('as it is', () =>
    it.each(cases)('%s in %s', async (name, language, command) => {
      const chat = await opened(name, language, 'plain');
      for (const { says } of command.examples[language]) await goThrough(chat, says, command, language);
    }));

  describe('aimed at what is another shop’s', () =>
    it.each(cases)('%s in %s', async (name, language, command) => {
      const chat = await opened(name, language, 'aimed');
      for (const says of aimed(command, language, references)) {
        said += ` ${says}`;
        await goThrough(chat, says, command, language);
      }
    }));

  it('and all of it changed nothing there', async () => {
    expect(await digestOfShop(test, other.id)).toBe(before);
  });

  it('what needs a PIN was gone through with', () => {
    expect([...finished]).toEqual(expect.arrayContaining([...finishes]));
  });

  it('every argument that can name something of a shop was aimed', () => {
    const used = new Set(
      commands.flatMap(({ examples }) =>
        examples.pt.flatMap(({ args }) => Object.keys(args) as (keyof Args)[]),
      ),
    );
    expect([...used].filter((name) => !(name in references) && !NAMES_NOTHING.has(name))).toEqual([]);
    for (const { code, phone: theirs, sale, cpf, rule, campaign } of [other])
      for (const reference of [code, theirs.slice(3), sale.nsu, cpf, `regra ${rule}`, `campanha ${campaign}`])
        expect(said).toContain(reference);
  });
}
