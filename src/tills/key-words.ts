import type { Language } from '../loyalty';

interface KeyWords {
  title: string;
  intro: string;
  name: string;
  nameHint: string;
  show: string;
  missing: string;
  made: (name: string) => string;
  key: string;
  once: string;
  use: string;
  limit: (maximum: number) => string;
  close: string;
}

/** What the page says on which a till's key is shown. */
export const keyWords: Record<Language, KeyWords> = {
  pt: {
    title: 'Chave do caixa',
    intro: 'Com esta chave o sistema do seu caixa valida vouchers e consulta saldos. Ela aparece uma vez só.',
    name: 'Nome do caixa',
    nameHint: 'Como você vai reconhecê-lo na lista, por exemplo “Caixa 1”.',
    show: 'Criar e mostrar a chave',
    missing: 'Dê um nome a este caixa.',
    made: (name) => `Chave de ${name} criada.`,
    key: 'Chave',
    once: 'A chave aparece só agora. Guarde antes de fechar a página.',
    use: 'O sistema do caixa manda a chave no cabeçalho X-Api-Key. As rotas estão em /openapi.json.',
    limit: (maximum) => `A loja já tem ${maximum} chaves. Revogue uma na conversa antes de criar outra.`,
    close: 'Pode voltar para a conversa.',
  },
  en: {
    title: 'Till key',
    intro:
      'With this key your till’s system validates vouchers and asks for balances. It is shown only once.',
    name: 'Name of the till',
    nameHint: 'How you will know it in the list, such as “Till 1”.',
    show: 'Make and show the key',
    missing: 'Give this till a name.',
    made: (name) => `Key of ${name} made.`,
    key: 'Key',
    once: 'The key is shown only now. Keep it before you close the page.',
    use: 'The till’s system sends the key in the header X-Api-Key. The routes are in /openapi.json.',
    limit: (maximum) =>
      `The shop has ${maximum} keys already. Revoke one in the chat before you make another.`,
    close: 'You can go back to the chat.',
  },
  es: {
    title: 'Clave de la caja',
    intro: 'Con esta clave el sistema de tu caja valida vales y consulta saldos. Se muestra una sola vez.',
    name: 'Nombre de la caja',
    nameHint: 'Cómo la vas a reconocer en la lista, por ejemplo “Caja 1”.',
    show: 'Crear y mostrar la clave',
    missing: 'Dale un nombre a esta caja.',
    made: (name) => `Clave de ${name} creada.`,
    key: 'Clave',
    once: 'La clave se muestra solo ahora. Guárdala antes de cerrar la página.',
    use: 'El sistema de la caja manda la clave en el encabezado X-Api-Key. Las rutas están en /openapi.json.',
    limit: (maximum) =>
      `La tienda ya tiene ${maximum} claves. Revoca una en la conversación antes de crear otra.`,
    close: 'Puedes volver a la conversación.',
  },
};
