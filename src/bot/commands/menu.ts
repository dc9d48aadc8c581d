import { z } from 'zod';
import type { Command, Reply, Turn } from '../command';
import { formatIn } from '../messages';
import { mayRun } from '../roles';
import { asksForMore } from './answers';
import { fitting } from './lines';

const patterns: Command['patterns'] = {
  pt: [
    '[(ver|mostrar|quero ver)] [o] (menu|ajuda|opcoes|comandos)',
    '(o que|que) [(voce|da pra|da para|eu posso)] (faz|fazer|pode fazer|sabe fazer|posso fazer)',
    '(me ajuda|preciso de ajuda|socorro)',
    '(oi|ola|opa|bom dia|boa tarde|boa noite)',
  ],
  en: [
    '[(see|show|show me)] [the] (menu|help|options|commands)',
    'what can (you|i) do',
    '(help me|i need help)',
    '(hi|hello|hey|good morning|good afternoon|good evening)',
  ],
  es: [
    '[(ver|mostrar|quiero ver)] [el] (menu|ayuda|opciones|comandos)',
    'que (puedes|puedo|se puede) hacer',
    '(ayudame|necesito ayuda)',
    '(hola|buenas|buenos dias|buenas tardes|buenas noches)',
  ],
};

const examples: Command['examples'] = {
  pt: [
    { says: 'menu', args: {} },
    { says: 'ajuda', args: {} },
    { says: 'o que você faz?', args: {} },
  ],
  en: [
    { says: 'menu', args: {} },
    { says: 'help', args: {} },
    { says: 'what can you do?', args: {} },
  ],
  es: [
    { says: 'menú', args: {} },
    { says: 'ayuda', args: {} },
    { says: '¿qué puedes hacer?', args: {} },
  ],
};

/** The menu of these wishes: each role sees what it may say, by the first example of each. */
export const menuOf = (wishes: readonly Command[]): Command => ({
  name: 'menu',
  who: 'customer',
  risky: false,
  patterns,
  examples,
  handle: (turn) => Promise.resolve(page(turn, wishes, 0)),
  steps: {
    more: (turn, text, data) => {
      const before = shown.safeParse(data);
      return Promise.resolve(
        asksForMore(text) && before.success ? page(turn, wishes, before.data.shown) : null,
      );
    },
  },
});

/** How many lines were shown before; a choice between guesses has no such page. */
const shown = z.object({ shown: z.int() });

/** Numbered through all pages: the dialog takes a number for the wish that stands there. */
function page(turn: Turn, wishes: readonly Command[], from: number): Reply {
  const { say, lang, speaker, shop } = turn;
  const role = speaker.staff?.role ?? null;
  const hidden = speaker.customer.marketingConsent === false ? 'opt-out' : 'opt-in';
  const asCustomer = wishes.filter(({ who, name }) => who === 'customer' && name !== hidden);
  const asStaff = wishes.filter(({ who }) => who !== 'customer' && mayRun(who, role));
  const numbered = asStaff.length > 0 ? asStaff : asCustomer;
  const says = (command: Command): string => `“${command.examples[lang][0]?.says ?? command.name}”`;
  const lines = numbered.map(
    (command, i) => `${i + 1}. ${capitalised(say.label[command.name])}: ${says(command)}`,
  );
  if (asStaff.length > 0)
    lines.push(say.menuAsCustomer(formatIn(lang, shop.zone).list(asCustomer.slice(0, 4).map(says))));
  const rest = lines.slice(from);
  if (rest.length === 0) return { text: say.menuNoMore };
  const fit = fitting(rest, [say.menu, say.menuMore]);
  const next = from + fit.length;
  return {
    text: [say.menu, ...fit, ...(next < lines.length ? [say.menuMore] : [])].join('\n'),
    ask: { step: 'choose', data: { options: numbered.map(({ name }) => name), shown: next } },
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
