import type { profile as ptBR } from '../pt-BR/profile';
import { answers } from './answers';

export const profile: typeof ptBR = {
  profile: {
    later: 'Está bien, queda para después. Cuando quieras, di “registro”.',
    ask: {
      birthday: '¿Cuándo es tu cumpleaños? Escríbelo así: “3/5”. Para dejarlo para después, di “saltar”.',
      email: '¿Cuál es tu correo? Para dejarlo para después, di “saltar”.',
      cpf: '¿Cuál es tu CPF? Para dejarlo para después, di “saltar”.',
    },
    birthdayUnclear: 'No entendí cuál es el día y cuál el mes. Escríbelo así: “3 de mayo”.',
    noSuchDay: (said) => `El día “${said}” no existe. Escribe el día y el mes, así: “3 de mayo”.`,
    isBirthday: (day) => `¿El *${day}* es tu cumpleaños? ${answers.yesOrNo}`,
    otherPhone:
      'Lo que tienes aquí es de este número. Para llevarlo a otro, escribe desde él y di el mismo CPF o correo: en la caja, con un documento, lo confirman y unen los dos.',
    emailWrong: (said) =>
      `“${said}” no es un correo completo: le falta el final, como en ana@exemplo.com.br. Escríbelo de nuevo, o di “saltar”.`,
    cpfWrong: 'Ese CPF no es válido: revisa si falta o cambió algún número y mándalo de nuevo.',
    saved: {
      name: (name) => `¡Listo, ${name}!`,
      birthday: (day) => `Anotado: tu cumpleaños es el *${day}*.`,
      email: (email) => `Anoté tu correo: ${email}.`,
      cpf: 'Anoté tu CPF. Para unir las compras hechas con él, muestra un documento en la caja y pide que lo confirmen.',
      already: 'Eso ya está en tu registro.',
    },
    title: 'Tu registro:',
    line: {
      name: (name) => `Nombre: ${name}`,
      birthday: (day) => `Cumpleaños: *${day}*`,
      email: (email) => `Correo: ${email}`,
      cpf: (cpf) => `CPF: ${cpf}`,
    },
    change: 'Para cambiarlo, di “me llamo Ana” o “nací el 3 de mayo”.',
  },
};
