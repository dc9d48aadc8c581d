import { eraseCustomer, lossOfErasure } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn } from '../../messages';
import { confirmed } from '../answers';

export const eraseData: Command = {
  name: 'erase-data',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[(quero|queria|pode|podem|gostaria de)] (apagar|apaga|apague|apaguem|excluir|exclui|exclua|excluam|deletar|deleta|deletem|remover) [todos] [os] meus dados [pessoais]',
      '[(quero|queria|pode|podem)] (apagar|apaga|excluir|exclui|deletar|deleta|encerrar) [o] (meu cadastro|minha conta)',
      '[(quero|queria)] [que] (esquecam|esqueca|esquecer) [de] mim',
    ],
    en: [
      '[(i want to|please|can you|i want you to)] (erase|delete|remove) [all] [of] my [personal] data',
      '[(i want to|please|can you|i want you to)] (erase|delete|close) my (account|profile)',
      'forget me',
    ],
    es: [
      '[(quiero|quisiera|pueden|puedes)] (borrar|borra|borren|eliminar|elimina|eliminen) [todos] mis datos [personales]',
      '[(quiero|quisiera|pueden|puedes)] (borrar|borra|eliminar|elimina|cerrar) (mi cuenta|mi registro)',
      '[(quiero|quisiera)] que me olviden',
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
  async handle(turn) {
    const { cashbackCents, points, vouchers } = await lossOfErasure(turn.work, turn.speaker.customer.id);
    const { amounts } = formatIn(turn.lang, turn.shop.zone);
    const lost = cashbackCents + points === 0 ? null : amounts({ cashbackCents, points });
    return { text: turn.say.eraseData.confirm(lost, vouchers), ask: { step: 'confirm', data: {} } };
  },
  steps: { confirm: (turn, text) => confirmed(turn, text, () => erase(turn)) },
};

async function erase({ work, speaker, say }: Turn): Promise<Reply> {
  await eraseCustomer(work, speaker.customer.id);
  return { text: say.eraseData.done, forgetWhenSent: true };
}
