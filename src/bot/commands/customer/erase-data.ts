import { z } from 'zod';
import {
  eraseCustomer,
  forgetFact,
  forgettable,
  lossOfErasure,
  type ForgettableFact,
} from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn } from '../../messages';
import { FACTS } from '../../understand';
import { confirmed } from '../answers';

const facts = z.enum(FACTS);
const asked = z.object({ fact: z.enum(['email', 'birthday', 'cpf']).optional() });

export const eraseData: Command = {
  name: 'erase-data',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[(quero|queria|pode|podem|gostaria de)] (apagar|apaga|apague|apaguem|excluir|exclui|exclua|excluam|deletar|deleta|deletem|remover) [todos] [os] meus dados [pessoais]',
      '[(quero|queria|pode|podem)] (apagar|apaga|excluir|exclui|deletar|deleta|encerrar) [o] (meu cadastro|minha conta)',
      '[(quero|queria)] [que] (esquecam|esqueca|esquecer) [de] mim',
      '[(quero|queria|pode|podem|gostaria de)] {forget_own} [(daqui|dai|do cadastro|do meu cadastro|do sistema|da ficha)]',
      '{forget_of} (do|da|de) [cliente] {customer}',
    ],
    en: [
      '[(i want to|please|can you|i want you to)] (erase|delete|remove) [all] [of] my [personal] data',
      '[(i want to|please|can you|i want you to)] (erase|delete|close) my (account|profile)',
      'forget me',
      '[(i want to|please|can you|i want you to)] {forget_own} [(from here|from my profile|from the system)]',
      '{forget_of} (of|for) [customer] {customer}',
    ],
    es: [
      '[(quiero|quisiera|pueden|puedes)] (borrar|borra|borren|eliminar|elimina|eliminen) [todos] mis datos [personales]',
      '[(quiero|quisiera|pueden|puedes)] (borrar|borra|eliminar|elimina|cerrar) (mi cuenta|mi registro)',
      '[(quiero|quisiera)] que me olviden',
      '[(quiero|quisiera|pueden|puedes)] {forget_own} [(de aqui|del registro|de mi registro|del sistema)]',
      '{forget_of} (de|del|de la) [cliente] {customer}',
    ],
  },
  examples: {
    pt: [
      { says: 'apagar meus dados', args: {} },
      { says: 'quero excluir meu cadastro', args: {} },
    ],
    en: [
      { says: 'erase my data', args: {} },
      { says: 'please delete my account', args: {} },
    ],
    es: [
      { says: 'borrar mis datos', args: {} },
      { says: 'quiero eliminar mi cuenta', args: {} },
    ],
  },
  async handle(turn, { kind, customer }) {
    const one = facts.safeParse(kind).data;
    if (customer !== undefined) return { text: turn.say.eraseData.onlyOwn };
    return one === undefined ? askAll(turn) : askOne(turn, one);
  },
  wish: ({ say }, { kind }) => {
    const one = facts.safeParse(kind).data;
    return one === undefined ? null : say.eraseData.wish(say.eraseData.fact[one]);
  },
  steps: {
    confirm: (turn, text, data) => {
      const { fact } = asked.parse(data);
      return confirmed(turn, text, () => (fact === undefined ? erase(turn) : forget(turn, fact)));
    },
  },
};

async function askAll(turn: Turn): Promise<Reply> {
  const { cashbackCents, points, vouchers } = await lossOfErasure(turn.work, turn.speaker.customer.id);
  const { amounts } = formatIn(turn.lang, turn.shop.zone);
  const lost = cashbackCents + points === 0 ? null : amounts({ cashbackCents, points });
  return { text: turn.say.eraseData.confirm(lost, vouchers), ask: { step: 'confirm', data: {} } };
}

async function askOne(turn: Turn, one: z.infer<typeof facts>): Promise<Reply> {
  const { eraseData: say } = turn.say;
  if (one === 'phone') return { text: say.phoneStays };
  if (one === 'name') return { text: say.nameChanges };
  const state = await forgettable(turn.work, turn.speaker.customer.id, one);
  if (state !== 'known') return { text: say[state](say.fact[one]) };
  return { text: say.confirmOne(say.fact[one]), ask: { step: 'confirm', data: { fact: one } } };
}

async function forget(
  { work, speaker, say: { eraseData: say } }: Turn,
  fact: ForgettableFact,
): Promise<Reply> {
  const state = await forgetFact(work, speaker.customer.id, fact);
  return { text: state === 'known' ? say.forgotten(say.fact[fact]) : say[state](say.fact[fact]) };
}

async function erase({ work, speaker, say }: Turn): Promise<Reply> {
  await eraseCustomer(work, speaker.customer.id);
  return { text: say.eraseData.done, forgetWhenSent: true };
}
