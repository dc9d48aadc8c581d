import type { ShopChannel } from '../../../loyalty';
import type { ChannelProblem } from '../../channel';

const problem: Record<ChannelProblem, string> = {
  'browser-missing': 'falta o navegador no servidor. Avise quem cuida do sistema.',
  'disk-full': 'o disco do servidor está cheio. Avise quem cuida do sistema.',
  'no-connection': 'sem conexão com o WhatsApp. Continuo tentando.',
  'browser-fault': 'o navegador falhou, e estou abrindo outro.',
  'logged-out': 'o celular desconectou este aparelho. É preciso conectar de novo.',
  'not-hosted': 'ninguém está atendendo este número agora. Avise quem cuida do sistema.',
  'no-account': 'faltam as chaves da Cloud API.',
  'token-refused': 'a Meta recusou o token. Gere outro e cadastre de novo.',
  'not-registered': 'a Meta diz que este número não está registrado na Cloud API.',
  'account-blocked': 'a Meta bloqueou a conta. Veja o motivo no painel da Meta.',
  payment: 'há um problema de pagamento na conta da Meta.',
};

/** That the shop changed over to this one, as it follows who did it. */
const did: Record<ShopChannel, string> = {
  simulator: 'passou a atender pelo simulador',
  'whatsapp-web': 'passou a atender pelo WhatsApp da loja',
  'cloud-api': 'passou a atender pela Cloud API do WhatsApp',
};

export const channel = {
  problem,
  did,
  /** To its owner. */
  lost: (of: { day: string; time: string; why: string }) =>
    `O WhatsApp da loja parou em *${of.day}* às ${of.time}: ${of.why}`,
  relink: {
    link: (link: string) => `Para conectar de novo, abra este link e digite seu PIN (vale 7 dias): ${link}`,
    title: 'Conectar o WhatsApp da loja',
    text: 'Digite seu PIN para ver o código que conecta o número de novo.',
    confirm: 'Continuar',
    done: 'Tudo certo. O código vale por 15 minutos.',
    open: 'Abrir a página do código',
    noPin: 'Para isso é preciso o seu PIN, e você ainda não tem um. Peça o link a quem cuida do sistema.',
  },
  options: 'Ver opções',
};
