import type { NumberProblem, ShopChannel } from '../../../loyalty';
import type { ChannelProblem } from '../../channel';
import { META } from '../meta';

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

/** What its owner does next, who reads it in an e-mail. */
function next(fault: NumberProblem, { link, shop }: { link: string | null; shop: number | null }): string {
  const where = shop === null ? '' : ` Para ele, esta é a loja ${shop}.`;
  const kept = 'Nada se perde: as mensagens esperam e saem quando o número voltar.';
  if (fault === 'browser-missing' || fault === 'disk-full')
    return `Encaminhe este e-mail a quem cuida do sistema.${where} ${kept}`;
  if (fault === 'account-blocked') return `Veja o motivo e peça a revisão: ${META.quality}\n${kept}`;
  if (fault === 'payment') return `Acerte o pagamento: ${META.billing}\n${kept}`;
  if (link === null) return kept;
  return fault === 'logged-out'
    ? `Para conectar de novo, abra este link e digite seu PIN (vale 7 dias): ${link}`
    : `Para cadastrar as chaves de novo, abra este link e digite seu PIN (vale 7 dias): ${link}`;
}

export const channel = {
  problem,
  did,
  /** To its owner. */
  lost: (of: { day: string; time: string; why: string }) =>
    `O WhatsApp da loja parou em *${of.day}* às ${of.time}: ${of.why}`,
  next,
  relink: {
    title: 'Conectar o WhatsApp da loja',
    text: 'Digite seu PIN para conectar o número de novo.',
    confirm: 'Continuar',
    done: 'Tudo certo. O código vale por 15 minutos.',
    open: 'Abrir a página do código',
    doneKeys: 'Tudo certo. A página vale por 15 minutos.',
    openKeys: 'Abrir a página das chaves',
    noPin: 'Para isso é preciso o seu PIN, e você ainda não tem um. Peça o link a quem cuida do sistema.',
  },
  options: 'Ver opções',
};
