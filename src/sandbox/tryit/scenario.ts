import type { ChatMessage, Phone } from './backend';

/** Of an answer's first line, what a test looks for: longer lines change with every wording. */
const LONGEST = 60;

/** A conversation as a test in the form of the other scenarios: what was said, and how each answer begins. */
export function scenarioOf(phone: Phone, messages: readonly ChatMessage[]): string {
  const lines = pairsOf(messages).map(([says, hears]) => `    [${quoted(says)}, ${quoted(hears)}],`);
  return `import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openShop, percent } from '../support/shop';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it(${quoted(`${phone.name} (${phone.role}) is answered`)}, async () => {
  test.clock.set(START);
  // The shop of the conversation: say here what it had before the first message.
  const shop = await openShop(test.db, [percent(500)]);
  await new Chat(test, shop, ${quoted(phone.phone)}).dialog([
${lines.join('\n')}
  ]);
});
`;
}

/** What was said without an answer before the next message is part of the same turn. */
function pairsOf(messages: readonly ChatMessage[]): [says: string, hears: string][] {
  const pairs: [string, string][] = [];
  let says: string[] = [];
  for (const { from, text } of messages)
    if (from === 'me') says.push(text);
    else if (says.length > 0) {
      pairs.push([says.join(' '), beginning(text)]);
      says = [];
    }
  return pairs;
}

const beginning = (text: string): string =>
  Array.from(text.split('\n')[0] ?? '')
    .slice(0, LONGEST)
    .join('')
    .trim();

/** As a literal of the language, whatever is in it. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
