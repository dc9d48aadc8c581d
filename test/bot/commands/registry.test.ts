import type { CommandName } from '../../../src/bot/command';
import { commands } from '../../../src/bot/commands';
import { messagesIn } from '../../../src/bot/messages';
import { claimedTwice, createUnderstanding } from '../../../src/bot/understand';
import { LANGUAGES, STAFF_ROLES, type Language, type Role } from '../../../src/loyalty';

const TODAY = '2026-11-24';
const ROLES = ['customer', ...STAFF_ROLES] as const;
const { understand } = createUnderstanding(commands);

/** The one list of what can be said: a name that is missing here does not compile. */
const who: Record<CommandName, 'customer' | Role> = {
  balance: 'customer',
  statement: 'customer',
  redeem: 'customer',
  rewards: 'customer',
  vouchers: 'customer',
  'cancel-voucher': 'customer',
  program: 'customer',
  'opt-out': 'customer',
  'opt-in': 'customer',
  'my-data': 'customer',
  'erase-data': 'customer',
  profile: 'customer',
  referral: 'customer',
  customer: 'cashier',
  adjust: 'manager',
  'block-customer': 'manager',
  language: 'customer',
  shop: 'owner',
  'setup-start': 'customer',
  bot: 'customer',
  human: 'customer',
  'reset-pin': 'cashier',
  pin: 'cashier',
  'remove-staff': 'manager',
  'add-staff': 'manager',
  team: 'manager',
  undo: 'manager',
  'audit-log': 'manager',
  explain: 'customer',
  menu: 'customer',
  'claim-sale': 'customer',
  'till-keys': 'owner',
  'link-sale': 'cashier',
  'record-sale': 'cashier',
  'void-sale': 'cashier',
  'validate-voucher': 'cashier',
  status: 'manager',
  terminals: 'manager',
  'test-sale': 'manager',
  rules: 'manager',
  'add-rule': 'manager',
  'add-reward': 'manager',
  'voucher-mode': 'owner',
  simulate: 'manager',
  'edit-rule': 'manager',
  'pause-rule': 'manager',
  'delete-rule': 'manager',
  'set-program': 'manager',
  activate: 'manager',
  pause: 'manager',
  messages: 'manager',
  'edit-message': 'manager',
  'quiet-hours': 'manager',
  pending: 'manager',
  report: 'manager',
  cohorts: 'manager',
  'connect-smartpos': 'owner',
  'disconnect-smartpos': 'owner',
  export: 'owner',
  campaign: 'manager',
  campaigns: 'manager',
  'campaign-result': 'manager',
  'stop-campaign': 'manager',
  'edit-campaign': 'manager',
  'why-message': 'manager',
};

test('every wish is in the registry once, for the least role that may say it', () => {
  expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(who).sort());
  expect(Object.fromEntries(commands.map((command) => [command.name, command.who]))).toEqual(who);
});

test('no sentence is claimed by two commands of customers, or by two of staff', () => {
  expect(claimedTwice(commands)).toEqual([]);
});

test('what moves money, consent or settings never runs from a guess', () => {
  const risky = commands.filter((command) => command.risky).map(({ name }) => name);
  expect(risky.sort()).toEqual(
    [
      'activate',
      'disconnect-smartpos',
      'add-reward',
      'add-rule',
      'cancel-voucher',
      'claim-sale',
      'link-sale',
      'record-sale',
      'void-sale',
      'opt-in',
      'opt-out',
      'shop',
      'reset-pin',
      'pin',
      'remove-staff',
      'add-staff',
      'undo',
      'pause',
      'edit-campaign',
      'edit-message',
      'quiet-hours',
      'redeem',
      'validate-voucher',
      'voucher-mode',
      'delete-rule',
      'campaign',
      'export',
      'stop-campaign',
      'erase-data',
      'adjust',
      'block-customer',
      'edit-rule',
      'pause-rule',
      'set-program',
    ].sort(),
  );
});

describe.each(LANGUAGES)('in %s', (lang) => {
  const examples = commands.flatMap((command) =>
    command.examples[lang].flatMap((example) =>
      ROLES.slice(ROLES.indexOf(command.who)).map((role) => ({ name: command.name, role, ...example })),
    ),
  );

  test.each(examples)('“$says” from a $role is $name', ({ says, name, role, args }) => {
    const heard = understand(says, { lang, role, today: TODAY });
    expect(heard).toMatchObject({ intent: name, args, confirm: false, guessed: false });
    expect(heard.args).toEqual(args);
  });

  test.each(suggestions(lang))('what the bot suggests, “%s”, it understands', (says) => {
    const heard = ROLES.map((role) => understand(says, { lang, role, today: TODAY }));
    expect(heard.some(({ intent, guessed }) => intent !== 'none' && !guessed)).toBe(true);
  });
});

/** What the catalogue puts between quotation marks, but for the answers to its own questions. */
function suggestions(lang: Language): string[] {
  const answers =
    /^(sim|não|yes|no|sí|trocar|replace|cambiar|outra|another|otra|nova|new|nueva|mais|more|más|\d[\d.,:]*|ABCD-1234|\d\d 98888-\d{4}|R\$ 1.*|20% .*|X|3\/5|24\/12|May 3|December 24|sem fim|no end|sin fin|3 de (maio|mayo)|pular|skip|saltar|(pausar|voltar|remover|revogar|pause|resume|remove|revoke|volver|quitar|revocar) 1)$/;
  const ofFlows =
    /^((?:ler|descartar|read|discard|leer) 1|cancelar|cancel|(?:redefinir|reset|restablecer) pin X|bot X|pular|skip|saltar|Manaus|AM|#1c4e9c|azul|blue|red|rojo|vinho|original|.*\bX\b.*)$/;
  const quoted = textsOf(messagesIn(lang)).flatMap((text) => [...text.matchAll(/“([^”]+)”/g)]);
  const said = quoted
    .map((match) => match[1] ?? '')
    .filter((says) => !answers.test(says) && !ofFlows.test(says));
  return [...new Set(said)];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'function') return Object.values(value as object).flatMap(textsOf);
  const fill = value as (...args: unknown[]) => string;
  const given = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 'X' : 'X') });
  return [fill(...Array.from({ length: fill.length }, () => given))];
}
