import { setMarketingConsent, setMessagesStopped, shownText, type ConsentText } from '../../../loyalty';
import type { Command, Turn } from '../../command';

export const optOut: Command = {
  name: 'opt-out',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '(sair|parar|pare|stop|descadastrar)',
      '(parar|pare|sair|sair de) [(com|de receber)] {everything}',
      'cancelar (as|todas as) (mensagens|promocoes|propagandas|novidades)',
      '[(quero|queria)] (sair|parar|descadastrar)',
      '(parar|pare|para) (de|com) [me] (mandar|enviar|receber) (mensagem|mensagens|promocao|promocoes|propaganda|novidades)',
      '(parar|pare|para) (com|as|com as) (mensagens|promocoes|propagandas|novidades)',
      '[eu] nao quero [mais] [receber] (mensagem|mensagens|promocao|promocoes|propaganda|novidades) [de voces]',
      '[eu] nao quero receber mais [(nada|mensagens|promocoes|novidades)]',
      'nao (me mande|me manda|mande|manda|me envie) mais (nada|mensagem|mensagens|promocao|promocoes|propaganda)',
      'nao me (mandem|enviem|escrevam) mais [(nada|mensagem|mensagens|promocao|promocoes|propaganda)]',
      'nao me (mande|mandem|envie|enviem) nada [mais]',
    ],
    en: [
      '(stop|unsubscribe|opt out)',
      '(stop|unsubscribe from) {everything}',
      '[i want to] (unsubscribe|opt out)',
      'stop [(sending me|sending|texting|messaging)] (me|messages|offers|news|ads|promotions)',
      '[i want] no more (messages|offers|news|ads|promotions)',
      '(i do not|i dont) want [any] [more] (messages|offers|news|ads|promotions)',
      '[please] (do not|dont) (text|message|write to) me (anymore|any more|again)',
      '[please] remove me from your list',
    ],
    es: [
      '(salir|parar|stop|baja)',
      '(parar|salir de) {everything}',
      'cancelar (los|todos los|las|todas las) (mensajes|promociones|novedades)',
      '[(quiero|quisiera)] (salir|parar|darme de baja)',
      'dar de baja',
      '(parar|dejar|deja|dejen) de [(mandar|enviar|recibir|mandarme|enviarme)] (mensajes|promociones|novedades)',
      'no quiero [recibir] [mas] (mensajes|promociones|novedades|publicidad)',
      'no me (mandes|envies|manden|envien) mas (nada|mensajes|promociones|publicidad)',
      'no me (escriban|escribas|manden|mandes) mas',
    ],
  },
  examples: {
    pt: [
      { says: 'sair', args: {} },
      { says: 'não quero mais receber mensagens', args: {} },
      { says: 'parar tudo', args: { kind: 'all' } },
    ],
    en: [
      { says: 'stop', args: {} },
      { says: 'no more messages', args: {} },
      { says: 'please remove me from your list', args: {} },
      { says: 'stop everything', args: { kind: 'all' } },
    ],
    es: [
      { says: 'salir', args: {} },
      { says: 'no quiero más mensajes', args: {} },
      { says: 'parar todo', args: { kind: 'all' } },
    ],
  },
  wish: ({ say }, { kind }) => (kind === 'all' ? say.optOutOfAll : null),
  handle: async (turn, { kind }) => {
    const { say } = turn;
    if (kind !== 'all') {
      await consent(turn, false, shown(turn, 'opted-out', say.optedOut));
      return { text: say.optedOut };
    }
    const text = shown(turn, 'opted-out-of-all', say.optedOutOfAll);
    await consent(turn, false, text);
    await stopMessages(turn, true, text);
    return { text: say.optedOutOfAll };
  },
};

export const optIn: Command = {
  name: 'opt-in',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[(quero|queria)] (voltar|me inscrever)',
      '[(quero|queria)] [voltar a] receber [(as|suas)] (mensagens|promocoes|novidades) [(de novo|novamente)]',
      '[(quero|queria)] voltar a receber',
    ],
    en: [
      '(resume|subscribe|opt in)',
      '[(i want to|i would like to)] (resume|subscribe|opt in)',
      '[(i want|i want to get|send me)] (news|offers|messages|promotions) again',
      '(i want|i want to get|send me) [the] (news|offers|promotions)',
    ],
    es: [
      '[(quiero|quisiera)] (volver|suscribirme)',
      '[(quiero|quisiera)] [volver a] recibir [(los|las|sus)] (mensajes|promociones|novedades) [de nuevo]',
      '[(quiero|quisiera)] volver a recibir',
    ],
  },
  examples: {
    pt: [
      { says: 'voltar', args: {} },
      { says: 'quero receber novidades', args: {} },
    ],
    en: [
      { says: 'resume', args: {} },
      { says: 'send me offers', args: {} },
      { says: 'send me offers again', args: {} },
    ],
    es: [
      { says: 'volver', args: {} },
      { says: 'quiero recibir novedades', args: {} },
    ],
  },
  handle: async (turn) => {
    const { speaker, say } = turn;
    const text = shown(turn, 'opted-in', say.optedIn);
    await consent(turn, true, text);
    if (speaker.customer.messagesStopped) await stopMessages(turn, false, text);
    return { text: say.optedIn };
  },
};

const shown = ({ lang }: Turn, name: string, words: string): ConsentText => shownText(name, lang, words);

const consent = ({ work, speaker, saidIn }: Turn, given: boolean, text: ConsentText): Promise<void> =>
  setMarketingConsent(work, {
    customerId: speaker.customer.id,
    consent: given,
    messageId: saidIn,
    shown: text,
  });

/** Also what their own acts cause: only what they ask is answered. */
const stopMessages = ({ work, speaker, saidIn }: Turn, stopped: boolean, text: ConsentText): Promise<void> =>
  setMessagesStopped(work, { customerId: speaker.customer.id, stopped, messageId: saidIn, shown: text });
