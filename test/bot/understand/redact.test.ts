import { commands } from '../../../src/bot/commands';
import { createUnderstanding, redacted } from '../../../src/bot/understand';

const { knows } = createUnderstanding(commands);
const without = (text: string, names: readonly string[] = []): string =>
  redacted(text, { names, knows: (word) => knows(word, 'pt') });

describe('what is kept of a message', () => {
  it.each([
    ['meu tel é (11) 98888-0001 quero trocar', 'meu tel é {number} quero trocar'],
    ['cpf 529.982.247-25, cadê?', 'cpf {number} cadê'],
    ['rende quanto 50reais', 'rende quanto {number}'],
    ['manda no ana.souza+x@example.com já', 'manda no {email} já'],
    ['vê isso https://x.example/abc?d=1', 'vê isso {link}'],
    ['o vale abcd-1234 furou', 'o vale {code} furou'],
    ['aqui é a Jurema, rende?', 'aqui é a {name}'],
    ['me chamo waldisney bom dia', 'me chamo {name} bom dia'],
    ['manda pro joao ver', 'manda pro {name} ver'],
    ['\u202esaldo da Z\u200bé', 'saldo da {name}'],
  ])('has no number, name or address: %s', (says, kept) => {
    expect(without(says)).toBe(kept);
  });

  it('nor the name of who said it', () => {
    expect(without('sou eu, xurupita da silva', ['Xurupita da Silva'])).not.toMatch(/xurupita|silva/i);
  });
});
