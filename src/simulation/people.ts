import { commands } from '../bot/commands';
import type { Role } from '../loyalty';
import type { Draws } from './draws';

export interface Person {
  phone: string;
  role: Role | 'customer';
}

const phone = (number: number): string => `+55119888800${String(number).padStart(2, '0')}`;

export const CUSTOMERS: readonly Person[] = Array.from({ length: 8 }, (_, i) => ({
  phone: phone(i + 10),
  role: 'customer',
}));
export const CASHIER: Person = { phone: phone(3), role: 'cashier' };
export const OWNER: Person = { phone: phone(4), role: 'owner' };
/** Not on the chat network. */
export const ABSENT: ReadonlySet<string> = new Set([phone(17)]);

const OFTEN = ['saldo', 'extrato', 'resgatar 1', 'resgatar 2,50', 'quero usar meu cashback', 'meus vouchers'];
const SOMETIMES =
  'oi|menu|mais|1|2|tudo|não|sim|obrigado|por quê?|regras|prêmios|voltar|voltar|voltar|sair|indicar|cadastro|nasci em 3/5|' +
  'meu email é ana@example.com|meus dados|english|español|português|atendente|xyzzy|qnt eu tenho??|cancelar';

export const wishOfCustomer = (draws: Draws): string =>
  draws.of(draws.happens(0.6) ? OFTEN : SOMETIMES.split('|'));

/** What looks, and what changes nothing of what a sale comes to. */
const HARMLESS =
  'status|relatório|retorno|máquinas|equipe|histórico|mensagens|regras|pendências|horário 9h às 20h|pausar|ativar|loja|' +
  'campanhas|resultado da campanha 1|sim|não|campanha: quem não compra há 2 dias ganha R$ 5 válido por 7 dias|' +
  'campanha: quem comprou nos últimos 30 dias ganha R$ 3 válido por 2 dias';

const RANKS: readonly Person['role'][] = ['customer', 'cashier', 'manager', 'owner'];

/** Of a shop whose rules stay as they are, or of one whose owner says whatever can be said. */
export function wishOfOwner(draws: Draws, isWild: boolean): string {
  if (!isWild || draws.happens(0.3)) return draws.of(HARMLESS.split('|'));
  const { examples } = draws.of(commands.filter(({ who }) => RANKS.indexOf(who) <= RANKS.indexOf('owner')));
  return draws.of(draws.happens(0.9) ? examples.pt : examples.en).says;
}

export function wishOfCashier(draws: Draws): string {
  const who = draws.of(CUSTOMERS).phone.slice(3);
  const reais = `${draws.between(1, 90)},${draws.between(10, 99)}`;
  return draws.of([`cliente ${who}`, `venda ${reais} ${who}`, `vincular venda ${who}`, 'validar 0000-0000']);
}

const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;
export const codeIn = (text: string): string | null => CODE.exec(text)?.[0] ?? null;

/** Whether a message asks for a yes. */
export const asksYes = (text: string): boolean => /“sim”|"yes"|“yes”|“sí”/.test(text);

/** How somebody answers a question of yes or no. */
export const answerTo = (draws: Draws): string => draws.of(['sim', 'sim', 'sim', 'Sim', 'não', 'talvez']);
