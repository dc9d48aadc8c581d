import type { Language } from '../../loyalty';
import type { ChannelState } from '../channel';

interface LinkWords {
  title: string;
  steps: readonly string[];
  qr: string;
  state: Record<ChannelState, string>;
  expired: string;
  silent: string;
  byCode: string;
  codeSteps: readonly string[];
  phone: string;
  phoneHint: string;
  noPhone: string;
  askForCode: string;
  codeComes: string;
}

/** What the page says on which a shop's number is linked. */
export const linkWords: Record<Language, LinkWords> = {
  pt: {
    title: 'Conectar o WhatsApp',
    steps: [
      'Abra o WhatsApp no celular da loja.',
      'Toque em Aparelhos conectados e em Conectar aparelho.',
      'Aponte a câmera para este código.',
    ],
    qr: 'Código QR para conectar',
    state: {
      starting: 'Abrindo o WhatsApp…',
      linking: 'Aponte a câmera do celular para o código.',
      ready: 'Conectado! Pode fechar esta página.',
      down: 'Sem conexão. Tentando de novo…',
      'logged-out': 'O celular desconectou. Um novo código vem aí…',
    },
    expired: 'Este link venceu. Peça outro.',
    silent: 'Sem resposta do servidor. Tentando de novo…',
    byCode: 'Sem câmera? Conecte com um código',
    codeSteps: [
      'Na mesma tela do celular, toque em Conectar com número de telefone.',
      'Digite lá o código que aparecer aqui.',
    ],
    phone: 'Telefone da loja, com DDD',
    phoneHint: 'O número do WhatsApp que vai ser conectado.',
    noPhone: 'Não entendi esse telefone. Escreva com DDD, como 11 98888-0001.',
    askForCode: 'Gerar código',
    codeComes: 'O código vem em alguns segundos…',
  },
  en: {
    title: 'Link WhatsApp',
    steps: [
      'Open WhatsApp on the shop’s phone.',
      'Tap Linked devices, then Link a device.',
      'Point the camera at this code.',
    ],
    qr: 'QR code to link with',
    state: {
      starting: 'Opening WhatsApp…',
      linking: 'Point the phone’s camera at the code.',
      ready: 'Linked! You can close this page.',
      down: 'No connection. Trying again…',
      'logged-out': 'The phone disconnected. A new code is coming…',
    },
    expired: 'This link has run out. Ask for another.',
    silent: 'The server does not answer. Trying again…',
    byCode: 'No camera? Link with a code',
    codeSteps: [
      'On the same screen of the phone, tap Link with phone number.',
      'Type there the code that appears here.',
    ],
    phone: 'The shop’s phone, with area code',
    phoneHint: 'The WhatsApp number that is to be linked.',
    noPhone: 'I cannot read that phone. Write it with its area code, like 11 98888-0001.',
    askForCode: 'Make a code',
    codeComes: 'The code comes in a few seconds…',
  },
  es: {
    title: 'Conectar WhatsApp',
    steps: [
      'Abre WhatsApp en el teléfono de la tienda.',
      'Toca Dispositivos vinculados y luego Vincular dispositivo.',
      'Apunta la cámara a este código.',
    ],
    qr: 'Código QR para conectar',
    state: {
      starting: 'Abriendo WhatsApp…',
      linking: 'Apunta la cámara del teléfono al código.',
      ready: '¡Conectado! Puedes cerrar esta página.',
      down: 'Sin conexión. Intentando de nuevo…',
      'logged-out': 'El teléfono se desconectó. Viene un nuevo código…',
    },
    expired: 'Este enlace venció. Pide otro.',
    silent: 'El servidor no responde. Intentando de nuevo…',
    byCode: '¿Sin cámara? Conecta con un código',
    codeSteps: [
      'En la misma pantalla del teléfono, toca Vincular con número de teléfono.',
      'Escribe allí el código que aparezca aquí.',
    ],
    phone: 'Teléfono de la tienda, con código de área',
    phoneHint: 'El número de WhatsApp que se va a conectar.',
    noPhone: 'No entiendo ese teléfono. Escríbelo con su código de área, como 11 98888-0001.',
    askForCode: 'Generar código',
    codeComes: 'El código viene en unos segundos…',
  },
};
