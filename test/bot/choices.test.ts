import { choicesOf } from '../../src/bot/conversation/choices';
import type { Command } from '../../src/bot/command';
import { commands } from '../../src/bot/commands';
import { messagesIn } from '../../src/bot/messages';

const commandOf = (name: string): Command | undefined => commands.find((command) => command.name === name);
const choices = (text: string, step: string, data: Record<string, unknown> = {}) =>
  choicesOf({ text }, step, data, { lang: 'pt', say: messagesIn('pt') }, commandOf)?.options ?? null;

it('of a menu are its wishes, said in words at any time, and more of it', () => {
  const text =
    'Dá para:\n1. Ver o saldo: “saldo”\n2. Ver o *extrato*: “extrato”\nPara ver mais, responda “mais”.';
  expect(choices(text, 'choose', { options: ['balance', 'statement'] })).toEqual([
    { label: 'Ver o saldo', says: 'saldo', anytime: true },
    { label: 'Ver o extrato', says: 'extrato', anytime: true },
    { label: 'Mais', says: 'mais', anytime: false },
  ]);
});

it('of a menu are said by their number where the wish names an amount or a code', () => {
  const text = 'Dá para:\n1. Usar seu cashback: “resgatar 5”\n2. Cancelar um voucher: “cancelar ABCD-1234”';
  expect(choices(text, 'choose', { options: ['redeem', 'cancel-voucher'] })?.map(({ says }) => says)).toEqual(
    [expect.not.stringMatching(/5/), expect.not.stringMatching(/ABCD/)],
  );
});

it('of a list are its numbers, which mean something only to that question', () => {
  expect(choices('Qual?\n9. Café por 100 pontos\n10. Bolo por 200 pontos', 'pick')).toEqual([
    { label: 'Café por 100 pontos', says: '9', anytime: false },
    { label: 'Bolo por 200 pontos', says: '10', anytime: false },
  ]);
});

it('of a question are the words that it puts in quotes', () => {
  const rule = 'Crio? Responda “sim” para somar, “trocar” para ficar só com esta, ou “não”.';
  expect(choices(`“cashback 5%”\n${rule}`, 'confirm')?.map(({ label, says }) => [label, says])).toEqual([
    ['Sim', 'sim'],
    ['Trocar', 'trocar'],
    ['Não', 'não'],
  ]);
});

it('are none where something else is to be written', () => {
  expect(choices('Quanto foi a compra?', 'amount')).toBeNull();
});
