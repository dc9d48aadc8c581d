import type { personalData as ptBR } from '../pt-BR/personal-data';
import { answers } from './answers';

export const personalData: typeof ptBR = {
  myData: {
    file: 'En este archivo está todo lo que guardamos sobre ti: registro, saldo, compras, vales y conversaciones. Solo tú lo recibes.',
    fileName: 'mis-datos.json',
  },
  eraseData: {
    fact: {
      email: 'tu correo',
      birthday: 'tu cumpleaños',
      cpf: 'tu CPF',
      phone: 'tu teléfono',
      name: 'tu nombre',
    },
    wish: (fact) => `borrar solo ${fact}`,
    confirmOne: (fact) => `¿Borro solo ${fact}? Lo demás queda como está. ${answers.yesOrNo}`,
    forgotten: (fact) => `Listo, ${fact} salió de tu registro. Lo demás quedó como estaba.`,
    unknown: (fact) => `No tengo ${fact}. Para ver lo que tengo, di “registro”.`,
    kept: (fact) =>
      `Tus compras dependen de él, por eso no borro ${fact} por aquí: pídelo a la tienda, diciendo “hablar con alguien”. Para borrar todo, di “borrar mis datos”.`,
    phoneStays:
      'Tu teléfono es como te reconozco, y no se puede borrar solo. Para no recibir promociones, di “salir”. Para borrar todo, di “borrar mis datos”.',
    nameChanges: 'Tu nombre no se puede borrar, pero sí cambiar: di “me llamo Bia”.',
    onlyOwn:
      'Solo cada persona borra lo suyo: pídele que diga aquí, por ejemplo, “borrar mi correo” o “borrar mis datos”.',
    confirm: (lost, vouchers) =>
      [
        'Borro todo lo que sabemos de ti: nombre, teléfono, CPF, correo y conversaciones. No se puede volver atrás.',
        ...(lost === null ? [] : [`Pierdes ${lost}.`]),
        ...(vouchers === 0
          ? []
          : [vouchers === 1 ? 'Tu vale abierto se cancela.' : `Tus ${vouchers} vales abiertos se cancelan.`]),
        `Para guardar una copia antes, di “mis datos”. ¿Lo borro? ${answers.yesOrNo}`,
      ].join('\n'),
    done: 'Listo: tus datos se borraron y no te escribiremos más. Si vuelves a comprar con tu teléfono, empiezas de cero.',
  },
};
