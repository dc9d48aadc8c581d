import type { Language } from '../loyalty';

interface TerminalWords {
  help: string;
  /** What a command that sells lacks. */
  howToSell: string;
  sold: (amount: string, acquirer: string) => string;
  picture: string;
  file: string;
  bye: string;
}

/** What the terminal itself says, in the language of the phone in hand. */
export const terminalWords: Record<Language, TerminalWords> = {
  pt: {
    help: `Você fala pelo celular de uma pessoa da Padaria Central. Escreva como no WhatsApp. E também:
  /ana /bia /carla (caixa) /dora (dona)   trocar de celular
  /vender 52,90            uma venda na maquininha, com o telefone de quem está falando
  /ajuda  /fim
`,
    howToSell: 'Diga o valor assim: /vender 52,90\n',
    sold: (amount, acquirer) => `(venda de ${amount} na ${acquirer})\n`,
    picture: 'figura',
    file: 'arquivo',
    bye: '\nAté logo.\n',
  },
  en: {
    help: `You speak from the phone of somebody at Padaria Central. Write as on WhatsApp. And also:
  /ana /bia /carla (cashier) /dora (owner)   change phones
  /sell 52.90              a sale on the card machine, with the phone of who is speaking
  /help  /end
`,
    howToSell: 'Say the amount like this: /sell 52.90\n',
    sold: (amount, acquirer) => `(sale of ${amount} on ${acquirer})\n`,
    picture: 'picture',
    file: 'file',
    bye: '\nGoodbye.\n',
  },
  es: {
    help: `Hablas desde el celular de alguien de Padaria Central. Escribe como en WhatsApp. Y también:
  /ana /bia /carla (cajera) /dora (dueña)   cambiar de celular
  /vender 52,90            una venta en la terminal, con el teléfono de quien habla
  /ayuda  /fin
`,
    howToSell: 'Di el valor así: /vender 52,90\n',
    sold: (amount, acquirer) => `(venta de ${amount} en ${acquirer})\n`,
    picture: 'imagen',
    file: 'archivo',
    bye: '\nHasta luego.\n',
  },
};

/** The commands, in any language at any time. */
export const HELP = new Set(['/ajuda', '/help', '/ayuda']);
export const SELL = new Set(['/vender', '/sell']);
export const END = new Set(['/fim', '/end', '/fin']);
