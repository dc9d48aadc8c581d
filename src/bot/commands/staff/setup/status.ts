import { setupStatus, type SetupStatus, type SetupStep } from '../../../../loyalty';
import type { Command, Turn } from '../../../command';
import { acquirerName, formatIn } from '../../../messages';
import { nextStepOf } from './next-step';

export const status: Command = {
  name: 'status',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|qual|qual e|mostrar)] [o] status [(da loja|do programa)]',
      '[(ver|quais sao)] [os] passos',
      'o que (falta|esta faltando)',
      '(e agora|qual e o proximo passo|qual o proximo passo|proximo passo|o que [eu] faco agora)',
      'em que passo [(eu estou|estou|estamos|a loja esta)]',
    ],
    en: [
      '[(see|show|show me|what is)] [the] status [of the (shop|program)]',
      '[(see|show|show me|what are)] [the] steps',
      'what is missing',
      '(what now|what is the next step|next step|what do i do now)',
      'what step (am i|are we) at',
    ],
    es: [
      '[(ver|cual es|mostrar)] [el] (estado|status) [(de la tienda|del programa)]',
      '[(ver|cuales son)] [los] pasos',
      'que falta',
      '(y ahora|y ahora que|cual es el proximo paso|proximo paso|que hago ahora)',
      'en que paso (estoy|estamos)',
    ],
  },
  examples: {
    pt: [
      { says: 'status', args: {} },
      { says: 'o que falta?', args: {} },
    ],
    en: [
      { says: 'status', args: {} },
      { says: 'what is missing?', args: {} },
    ],
    es: [
      { says: 'estado', args: {} },
      { says: '¿qué falta?', args: {} },
    ],
  },
  async handle(turn) {
    return { text: describe(turn, await setupStatus(turn.work)) };
  },
};

/** What a test was to show before the activation, sales show after it: one that was left out is no longer asked for. */
function describe(turn: Turn, of: SetupStatus): string {
  const { shop } = turn;
  const say = turn.say.status;
  const format = formatIn(turn.lang, shop.zone);
  const isOver = (step: SetupStep): boolean => step === 'reference-sale' && shop.state !== 'setup';
  const missing = (step: SetupStep): string => (isOver(step) ? say.leftOut : say.todo);
  const lines = of.steps.map(
    ({ step, done }, i) => `${i + 1}. ${say.step[step]}: ${done ? detailOf(turn, of, step) : missing(step)}`,
  );
  if (shop.state === 'setup') {
    lines.unshift(say.missing(of.steps.filter(({ done }) => !done).length));
    const { sales, cashbackCents, points } = of.dry;
    if (sales > 0) lines.push(say.dry(sales, format.amounts({ cashbackCents, points })));
  } else lines.unshift(shop.state === 'active' ? say.active : say.earningPaused);
  if (shop.messagesPaused) lines.push(say.messagesPaused);
  const wanted = nextStepOf(of);
  const next = wanted !== null && isOver(wanted) ? untested(of) : wanted;
  if (next !== null) lines.push(say.nextStep(say.next[next]));
  return lines.join('\n');
}

/** The next step without the test: its sale would have shown a machine as well. */
const untested = ({ next }: SetupStatus): SetupStep | null => (next === 'reference-sale' ? null : next);

/** What there is to tell of a step that is done. */
function detailOf(turn: Turn, of: SetupStatus, step: SetupStep): string {
  const say = turn.say.status;
  const format = formatIn(turn.lang, turn.shop.zone);
  if (step === 'machines')
    return say.machines(of.machines.total, format.list(of.machines.acquirers.map(acquirerName)));
  if (step === 'rules') return String(of.rules);
  if (step === 'reference-sale' && of.reference !== null)
    return say.sale(format.money(of.reference.cents), format.day(of.reference.at));
  if (step === 'activation' && of.activatedAt !== null) return say.since(format.day(of.activatedAt));
  return say.done;
}
