import type { Command } from '../../command';

export const myData: Command = {
  name: 'my-data',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quero ver|quero|baixar|mostrar|me manda|me mande)] [(os|todos os)] meus dados',
      '[(quais|que)] (dados|informacoes) voces (tem|tem sobre mim|tem de mim|guardam|guardam sobre mim|guardam de mim)',
      'o que voces sabem (de|sobre) mim',
    ],
    en: [
      '[(see|show|show me|download|send me|i want|i want to see)] [all] my data',
      'what data do you (have|keep|hold) [(about|on)] [me]',
      'what do you know about me',
    ],
    es: [
      '[(ver|quiero ver|quiero|descargar|mostrar|mandame)] [todos] mis datos',
      'que datos (tienen|guardan) [(de|sobre)] [mi]',
      'que saben (de|sobre) mi',
    ],
  },
  examples: {
    pt: [
      { says: 'meus dados', args: {} },
      { says: 'que dados vocês têm sobre mim?', args: {} },
    ],
    en: [
      { says: 'my data', args: {} },
      { says: 'what data do you have about me?', args: {} },
    ],
    es: [
      { says: 'mis datos', args: {} },
      { says: '¿qué datos tienen sobre mí?', args: {} },
    ],
  },
  handle: ({ lang, say, speaker }) =>
    Promise.resolve({
      text: say.myData.file,
      document: { kind: 'customer-data', customerId: speaker.customer.id, lang },
    }),
};
