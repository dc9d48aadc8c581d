import type { personalData as ptBR } from '../pt-BR/personal-data';

export const personalData: typeof ptBR = {
  myData: {
    file: 'En este archivo está todo lo que guardamos sobre ti: registro, saldo, compras, vales y conversaciones. Solo tú lo recibes.',
    fileName: 'mis-datos.json',
  },
  eraseData: {
    confirm: (lost, vouchers) =>
      [
        'Borro todo lo que sabemos de ti: nombre, teléfono, CPF, correo y conversaciones. No se puede volver atrás.',
        ...(lost === null ? [] : [`Pierdes ${lost}.`]),
        ...(vouchers === 0
          ? []
          : [vouchers === 1 ? 'Tu vale abierto se cancela.' : `Tus ${vouchers} vales abiertos se cancelan.`]),
        'Para guardar una copia antes, di “mis datos”. ¿Lo borro? Responde “sí” o “no”.',
      ].join('\n'),
    done: 'Listo: tus datos se borraron y no te escribiremos más. Si vuelves a comprar con tu teléfono, empiezas de cero.',
  },
};
