import type { Command, Reply, Turn } from '../command';
import { formatIn } from '../messages';
import { mayRun } from '../roles';

/** The menu of these wishes: each role sees what it may say, by the first example of each. */
export const menuOf = (wishes: readonly Command[]): Command => ({
  name: 'menu',
  who: 'customer',
  risky: false,
  patterns: {
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
  },
  examples: {
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
  },
  handle: async (turn) => list(turn, wishes),
});

/** Numbered: the dialog takes a number for the wish that stands there. */
function list(turn: Turn, wishes: readonly Command[]): Reply {
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
    lines.push(say.menuAsCustomer(formatIn(lang, shop.zone).list(asCustomer.map(says))));
  return {
    text: [say.menu, ...lines].join('\n'),
    ask: { step: 'choose', data: { options: numbered.map(({ name }) => name) } },
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
