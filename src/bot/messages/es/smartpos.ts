import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

export const smartpos = {
  connect: (link: string) =>
    `Abre esta página y pega allí las claves de tu cuenta de SmartPOS. Vale por 15 minutos y solo para ti:\n${link}\nNo mandes las claves por aquí.`,
  rotate: (link: string) =>
    `Abre esta página para crear un nuevo secreto del webhook. El actual sigue valiendo 24 horas junto a él:\n${link}`,
  connectedTo: (company: string | null) =>
    company === null ? 'SmartPOS está conectado.' : `SmartPOS está conectado a la cuenta ${company}.`,
  pulledAt: (day: string, time: string) => `Última consulta: *${day}* a las ${time}.`,
  failing: {
    keys: 'Pero SmartPOS rechaza las claves: crea claves nuevas allí y cámbialas aquí.',
    plan: 'Pero SmartPOS no deja que estas claves vean las ventas: permítelo allí o cambia las claves.',
    other: 'Pero SmartPOS no está respondiendo bien a mis consultas. Sigo intentando, y nada se pierde.',
  },
  history: (percent: string, sales: string) =>
    `Ventas de antes de la conexión: ${percent}% · ${sales} ventas.`,
  choices: ['1. Cambiar las claves', '2. Crear un nuevo secreto del webhook'],
  judgeChoice: '3. Dar los beneficios de las ventas anteriores a la conexión',
  nothingToJudge:
    'Ninguna venta anterior a la conexión, con cliente, se hizo con el programa activo. No hay beneficios que dar.',
  confirmJudge: (count: number) =>
    `${count === 1 ? 'Hay 1 venta' : `Hay ${whole(count)} ventas`} anteriores a la conexión, con cliente y hechas con el programa activo. ¿Doy sus beneficios, según las reglas de cada fecha, sin avisar a los clientes? No se puede deshacer. ${answers.yesOrNo}`,
  judging: 'De acuerdo: estoy revisando las ventas anteriores. Aviso aquí cuando termine.',
  notAllIn: 'Las ventas anteriores a la conexión todavía están llegando. Pide de nuevo cuando terminen.',
  historyJudged: (sales: string) =>
    `Listo: revisé ${sales} ventas anteriores a la conexión, y sus beneficios ya están en los saldos de los clientes.`,
  pick: `${answers.byNumber} Para terminar, di “desconectar smartpos”.`,
  nothingConnected: 'Ninguna cuenta de SmartPOS está conectada. Para conectar, di “conectar smartpos”.',
  confirmDisconnect: (company: string | null) =>
    `Las ventas${company === null ? '' : ` de la cuenta ${company}`} dejan de llegar. Todo lo ganado sigue valiendo. ¿Desconectar? ${answers.yesOrNo}`,
  disconnected:
    'Desconectado. Nada de lo ganado se pierde, y al conectar de nuevo llegan también las ventas de ese tiempo. Para volver, di “conectar smartpos”.',
  connected: (company: string | null) =>
    `¡Conectado${company === null ? ' a SmartPOS' : ` a la cuenta ${company} en SmartPOS`}! Las ventas ya empiezan a llegar. Di “estado” para ver el próximo paso 🎉`,
  unanswered: (company: string | null, day: string, time: string) =>
    `SmartPOS${company === null ? '' : ` (${company})`} no responde bien a mis consultas desde el *${day}* a las ${time}. Lo que avisa al momento sigue llegando; el resto lo traigo cuando vuelva, y nada se pierde. Si dura, habla con el soporte de SmartPOS.`,
  keysRefused: (company: string | null) =>
    `SmartPOS${company === null ? '' : ` (${company})`} rechaza las claves, y las ventas dejaron de consultarse. Crea claves nuevas allí y di “cambiar las claves de smartpos”. Nada se pierde: al volver, traigo lo que faltó.`,
  salesRefused: (company: string | null) =>
    `SmartPOS${company === null ? '' : ` (${company})`} ya no deja que estas claves vean las ventas. Permítelo allí, o di “cambiar las claves de smartpos”. Nada se pierde: al volver, traigo lo que faltó.`,
  importing: (percent: string, sales: string) =>
    `Trayendo tus ventas anteriores: ${percent}% · ${sales} ventas.`,
  imported: (sales: string) =>
    `Listo: 100% · ${sales} ventas anteriores. No dan beneficios, pero ya sé quién compra y cada cuánto. Di “simular cashback 5%” para ver cuánto habría costado.`,
  secretTyped:
    'Eso parece una clave, contraseña o PIN, y no la guardé: quien vea esta conversación también la vería. Borra ese mensaje para todos.',
  secretTypedOwner: 'Para conectar con seguridad, di “conectar smartpos”.',
  pinTyped:
    'Eso parece un PIN, y no lo guardé: quien vea esta conversación también lo vería. Borra ese mensaje para todos.',
  pinTypedStaff:
    'El PIN solo se escribe en la página del enlace que te envío. Para crear o cambiar el tuyo, di “pin”.',
};
