import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const shop: typeof ptBR.shop = {
  overview: (of) =>
    `Nombre: ${of.name}\nCNPJ: ${of.cnpj}\nHuso: ${of.zone} (ahora son las ${of.time})\nIdioma: ${of.language}\nColor: ${of.colour}`,
  hint: 'Para cambiar, di “nombre de la tienda”, “cnpj”, “huso horario”, “idioma de la tienda” o “color”.',
  none: 'no informado',
  ownColour: 'el de Smartbis',
  languages: { pt: 'portugués', en: 'inglés', es: 'español' },
  ask: {
    name: '¿Cuál es el nombre de la tienda, como la conocen los clientes?',
    cnpj: '¿Cuál es el CNPJ? Si prefieres después, di “saltar”.',
    zone: '¿En qué ciudad está la tienda? Lo uso para la hora.',
    language: '¿En qué idioma habla la tienda con quien llega? ¿Portugués, inglés o español?',
    brand_colour: '¿Cuál es el color de la tienda? Di el nombre, como “azul”, o el código, como “#1c4e9c”.',
  },
  onceOpen: 'Eso lo haces después, con la tienda abierta.',
  orPhone: 'O di “saltar”, y uso la hora del código de área de tu teléfono.',
  orLater: 'Para dejarlo para después, di “saltar”.',
  unclear: {
    name: 'No pude leer ese nombre. Escribe solo el nombre de la tienda, hasta 40 letras.',
    cnpj: 'Ese CNPJ no es correcto. Son 14 letras y números; mira si falta alguno y escríbelo otra vez.',
    zone: 'No conozco esa ciudad. Di la capital del estado o su sigla, como “Manaus” o “AM”.',
    language: 'Di “portugués”, “inglés” o “español”, después de “idioma de la tienda”.',
    brand_colour: 'No conozco ese color. Di un nombre, como “azul” o “rojo”, o el código, como “#1c4e9c”.',
  },
  confirm: (what, value) => `${what}: ${value}. ¿Lo cambio? ${answers.yesOrNo}`,
  what: {
    name: 'Nombre',
    cnpj: 'CNPJ',
    zone: 'Huso',
    language: 'Idioma de la tienda',
    brand_colour: 'Color',
  },
  changed: 'Listo, cambiado. Di “tienda” para ver cómo quedó.',
  start: 'Empecemos: son tres preguntas, y después los cinco pasos.',
  startConfirm: (of) =>
    `${of.name}, CNPJ ${of.cnpj}, con la hora de ${of.zone}. ¿Está bien? ${answers.yesOrNo}`,
  startNotHere: (name) => `Aquí hablas con ${name}. Di “menú” para ver lo que puedes hacer.`,
  nameFirst:
    'Aquí abres tu tienda en el programa de fidelidad, en tres preguntas. ¿Cuál es su nombre, como la conocen los clientes? Para dejarlo, di “cancelar”.',
  lapsed: 'La apertura de la tienda esperó más de una hora y ya no vale. Para abrirla, di “empezar”.',
  linkAgain: (of) =>
    `Aquí tienes un nuevo enlace para conectar el WhatsApp de ${of.name} (vale 15 minutos): ${of.link}\nSi ya lo conectaste, escribe “estado” a su número. Para abrir otra tienda, di “abrir otra tienda”.`,
  whichLink: '¿Qué enlace? Para SmartPOS, di “conectar smartpos”; para el PIN, “pin”.',
  startNoPhone:
    'Para abrir una tienda necesito tu número, y WhatsApp no me lo mostró. Escribe desde otro aparato, por favor.',
  tooManyOpened: (count: number, day: string, time: string) =>
    `Ya abriste ${count} tiendas en un día, que es el límite por teléfono. Para abrir otra, vuelve el *${day}* a las ${time}.`,
  opened: (of) =>
    `${of.name} está creada, y eres su dueño.\nAhora conecta su WhatsApp en este enlace (vale 15 minutos): ${of.link}\nDespués escribe “estado” al número de la tienda, desde este mismo celular: allí está el paso 1, las terminales.`,
  page: {
    title: 'Conecta el WhatsApp de la tienda',
    text: 'Ábrelo en otro aparato: el código que aparece se lee con el celular de la tienda.',
    open: 'Abrir la página del código',
  },
  did: (what, value) => `cambió ${what} a ${value}`,
  didOpen: 'abrió la tienda',
};
