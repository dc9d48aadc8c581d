import type { NumberProblem, ShopChannel } from '../../../loyalty';
import type { ChannelProblem } from '../../channel';
import { META } from '../meta';
import type { channel as ptBR } from '../pt-BR/channel';

const problem: Record<ChannelProblem, string> = {
  'browser-missing': 'falta el navegador en el servidor. Avisa a quien cuida el sistema.',
  'disk-full': 'el disco del servidor está lleno. Avisa a quien cuida el sistema.',
  'no-connection': 'sin conexión con WhatsApp. Sigo intentando.',
  'browser-fault': 'el navegador falló, y estoy abriendo otro.',
  'logged-out': 'el teléfono desconectó este dispositivo. Hay que vincularlo de nuevo.',
  'not-hosted': 'nadie atiende este número ahora. Avisa a quien cuida el sistema.',
  'no-account': 'faltan las claves de la Cloud API.',
  'token-refused': 'Meta rechazó el token. Genera otro y regístralo de nuevo.',
  'not-registered': 'Meta dice que este número no está registrado en la Cloud API.',
  'account-blocked': 'Meta bloqueó la cuenta. Mira el motivo en el panel de Meta.',
  payment: 'hay un problema de pago en la cuenta de Meta.',
};

/** That the shop changed over to this one, as it follows who did it. */
const did: Record<ShopChannel, string> = {
  simulator: 'pasó a atender por el simulador',
  'whatsapp-web': 'pasó a atender por el WhatsApp de la tienda',
  'cloud-api': 'pasó a atender por la Cloud API de WhatsApp',
};

function next(fault: NumberProblem, { link, shop }: { link: string | null; shop: number | null }): string {
  const where = shop === null ? '' : ` Para esa persona, esta es la tienda ${shop}.`;
  const kept = 'Nada se pierde: los mensajes esperan y salen cuando vuelva el número.';
  if (fault === 'browser-missing' || fault === 'disk-full')
    return `Reenvía este correo a quien cuida el sistema.${where} ${kept}`;
  if (fault === 'account-blocked') return `Mira el motivo y pide la revisión: ${META.quality}\n${kept}`;
  if (fault === 'payment') return `Arregla el pago: ${META.billing}\n${kept}`;
  if (link === null) return kept;
  return fault === 'logged-out'
    ? `Para conectarlo de nuevo, abre este enlace y escribe tu PIN (vale 7 días): ${link}`
    : `Para registrar las claves de nuevo, abre este enlace y escribe tu PIN (vale 7 días): ${link}`;
}

export const channel: typeof ptBR = {
  problem,
  did,
  lost: (of) => `El WhatsApp de la tienda paró el *${of.day}* a las ${of.time}: ${of.why}`,
  next,
  relink: {
    title: 'Conectar el WhatsApp de la tienda',
    text: 'Escribe tu PIN para conectar el número de nuevo.',
    confirm: 'Continuar',
    done: 'Todo bien. El código vale por 15 minutos.',
    open: 'Abrir la página del código',
    doneKeys: 'Todo bien. La página vale por 15 minutos.',
    openKeys: 'Abrir la página de las claves',
    noPin: 'Para esto hace falta tu PIN, y todavía no tienes uno. Pide el enlace a quien cuida el sistema.',
  },
  options: 'Ver opciones',
};
