import type { Language } from '../../../loyalty';

interface ConnectWords {
  title: string;
  intro: string;
  phoneNumberId: string;
  where: string;
  token: string;
  tokenHint: string;
  appSecret: string;
  connect: string;
  missing: string;
  noNumber: string;
  noSecret: string;
  refused: string;
  unreachable: string;
  connected: string;
  tell: string;
  address: string;
  verifyToken: string;
  field: string;
  close: string;
}

/** What the page says on which a shop enters its keys of WhatsApp's Cloud API. */
export const connectWords: Record<Language, ConnectWords> = {
  pt: {
    title: 'WhatsApp oficial (Cloud API)',
    intro: 'Os três dados estão no painel da Meta, no aplicativo do seu WhatsApp.',
    phoneNumberId: 'ID do número de telefone',
    where: 'WhatsApp › Configuração da API. É um número longo, e não o seu telefone.',
    token: 'Token de acesso permanente',
    tokenHint: 'De um usuário do sistema, com as permissões de mensagens e de gestão do WhatsApp.',
    appSecret: 'Chave secreta do aplicativo',
    connect: 'Conectar',
    missing: 'Falta preencher.',
    noNumber: 'Só algarismos, de 8 a 20.',
    noSecret: 'A chave secreta tem 32 letras e algarismos (de 0 a 9 e de a até f).',
    refused: 'A Meta recusou este número com este token. Confira os dois.',
    unreachable: 'A Meta não respondeu. Tente de novo daqui a pouco.',
    connected: 'Conectado: a Meta aceitou o número e o token.',
    tell: 'Agora cadastre na Meta, em WhatsApp › Configuração › Webhook:',
    address: 'URL de retorno de chamada',
    verifyToken: 'Token de verificação',
    field:
      'E assine os campos “messages” e “user_preferences” (quem desliga as ofertas no WhatsApp para de recebê-las aqui).',
    close: 'Depois pode fechar esta página.',
  },
  en: {
    title: 'Official WhatsApp (Cloud API)',
    intro: 'All three are on Meta’s pages, in the app of your WhatsApp.',
    phoneNumberId: 'Phone number ID',
    where: 'WhatsApp › API Setup. It is a long number, and not your phone.',
    token: 'Permanent access token',
    tokenHint: 'Of a system user, with the permissions for WhatsApp messaging and management.',
    appSecret: 'App secret',
    connect: 'Connect',
    missing: 'This is missing.',
    noNumber: 'Digits only, 8 to 20.',
    noSecret: 'The app secret has 32 letters and digits (0 to 9 and a to f).',
    refused: 'Meta refused this number with this token. Check both.',
    unreachable: 'Meta did not answer. Try again in a while.',
    connected: 'Connected: Meta took the number and the token.',
    tell: 'Now enter at Meta, in WhatsApp › Configuration › Webhook:',
    address: 'Callback URL',
    verifyToken: 'Verify token',
    field:
      'And subscribe to the fields “messages” and “user_preferences” (who turns offers off in WhatsApp gets none from here).',
    close: 'Then you can close this page.',
  },
  es: {
    title: 'WhatsApp oficial (Cloud API)',
    intro: 'Los tres datos están en el panel de Meta, en la aplicación de tu WhatsApp.',
    phoneNumberId: 'Identificador del número de teléfono',
    where: 'WhatsApp › Configuración de la API. Es un número largo, y no tu teléfono.',
    token: 'Token de acceso permanente',
    tokenHint: 'De un usuario del sistema, con los permisos de mensajes y de gestión de WhatsApp.',
    appSecret: 'Clave secreta de la aplicación',
    connect: 'Conectar',
    missing: 'Falta completar.',
    noNumber: 'Solo cifras, de 8 a 20.',
    noSecret: 'La clave secreta tiene 32 letras y cifras (de 0 a 9 y de a hasta f).',
    refused: 'Meta rechazó este número con este token. Revisa los dos.',
    unreachable: 'Meta no respondió. Inténtalo de nuevo en un rato.',
    connected: 'Conectado: Meta aceptó el número y el token.',
    tell: 'Ahora registra en Meta, en WhatsApp › Configuración › Webhook:',
    address: 'URL de devolución de llamada',
    verifyToken: 'Token de verificación',
    field:
      'Y suscribe los campos “messages” y “user_preferences” (quien apaga las ofertas en WhatsApp deja de recibirlas aquí).',
    close: 'Después puedes cerrar esta página.',
  },
};
