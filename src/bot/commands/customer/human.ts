import type { Command } from '../../command';
import { callPerson } from '../../conversation/handover';

export const human: Command = {
  name: 'human',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(quero|preciso|queria|posso|gostaria de|chama|chamar|me passa para)] [(falar|conversar) com] [(um|uma|o|a)] (atendente|humano|pessoa|ser humano|responsavel|alguem|gerente|dono|vendedor) [(da loja|de verdade|por favor)]',
      '(falar|conversar) com [a] (loja|equipe)',
      '(atendente|humano|ser humano)',
      'atendimento [humano]',
    ],
    en: [
      '[(i want|i need|i would like|can i)] [to] [(talk|speak) (to|with)] [(a|an|the|some)] (human|person|agent|attendant|someone|manager|owner|real person) [(at|from) the shop]',
      '(human|attendant|agent)',
      '(talk|speak) (to|with) (the shop|the team|somebody)',
    ],
    es: [
      '[(quiero|necesito|quisiera|puedo|me gustaria|pasame con|comunicame con)] [(hablar|conversar) con] [(un|una|el|la)] (agente|humano|persona|alguien|encargado|gerente|dueno|asesor) [(de la tienda|de verdad|por favor)]',
      '(hablar|conversar) con (la tienda|el equipo)',
      '(humano|agente)',
      'atencion humana',
    ],
  },
  examples: {
    pt: [
      { says: 'atendente', args: {} },
      { says: 'quero falar com alguém', args: {} },
    ],
    en: [
      { says: 'human', args: {} },
      { says: 'I want to talk to a person', args: {} },
    ],
    es: [
      { says: 'quiero hablar con una persona', args: {} },
      { says: 'humano', args: {} },
    ],
  },
  async handle(turn) {
    const { human: say } = turn.say;
    if (turn.speaker.staff !== null) return { text: say.staffOnly };
    await callPerson(turn);
    return { text: say.called, ends: true };
  },
};
