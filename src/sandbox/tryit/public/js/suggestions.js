import { offeredWords } from './markup.js';

const MOST_OFFERED = 3;
const MOST = 5;

/** What each role may want to say first, in the language that the phone's holder speaks. A trailing space: to be completed. */
const FIRST = {
  pt: {
    customer: ['saldo', 'resgatar 5', 'extrato', 'como funciona?', 'meus vouchers'],
    cashier: ['ajuda'],
    owner: ['status', 'regras', 'cashback 5% acima de R$ 50', 'ajuda'],
    validate: 'validar ',
    activate: 'ativar mesmo assim',
  },
  en: {
    customer: ['balance', 'redeem 5', 'statement', 'how does it work?', 'my vouchers'],
    cashier: ['help'],
    owner: ['status', 'rules', '5% cashback above R$ 50', 'help'],
    validate: 'validate ',
    activate: 'activate anyway',
  },
  es: {
    customer: ['saldo', 'canjear 5', 'movimientos', '¿cómo funciona?', 'mis vales'],
    cashier: ['ayuda'],
    owner: ['estado', 'reglas', 'cashback 5% por encima de R$ 50', 'ayuda'],
    validate: 'validar ',
    activate: 'activar de todos modos',
  },
};

/**
 * What to offer this phone: first what the shop's last message named, then what its role begins with. `code` is the
 * voucher code that a customer's phone showed last.
 */
export function suggestions({ phone, shop, lastOfShop, code }) {
  const words = FIRST[phone.lang] ?? FIRST.pt;
  const offered = offeredWords(lastOfShop ?? '').slice(0, MOST_OFFERED);
  const usual = [...(words[phone.role] ?? words.owner)];
  if (phone.role === 'cashier') usual.unshift(words.validate + (code ?? ''));
  if (phone.role === 'owner' && shop.state === 'setup') usual.splice(1, 1, words.activate);
  return [...new Set([...offered, ...usual])].slice(0, MOST);
}
