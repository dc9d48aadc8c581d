import { z } from 'zod';
import { loadSendingRules, setMarketingHours, type MarketingHours } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { clockOf } from '../../../messages';
import { askedAgain, confirmed, staffOf } from '../../answers';

const hoursShape = z.object({ fromMinute: z.int(), toMinute: z.int() });
const pending = hoursShape.extend({ seen: hoursShape.optional() });
const HALF_DAY = 12 * 60;
const nineToEight = { from: '09:00', to: '20:00' };

/** When marketing may go. */
export const quietHours: Command = {
  name: 'quiet-hours',
  who: 'manager',
  risky: true,
  // Quiet are the hours in which nothing goes: their end is where the others begin.
  patterns: {
    pt: [
      '[(mudar|mude|mudar o)] horario [(de|das|dos|pras|para)] [(mensagem|mensagens|ofertas|envio|envios)] [(de|das|entre)] {hours_from} (as|ate|ate as|a|e) {hours_to}',
      '[so] (manda|mandar|mande|envia|enviar) [so] [(mensagem|mensagens|ofertas)] [so] (de|das|entre) {hours_from} (as|ate|ate as|a|e) {hours_to}',
      '(so|apenas) (pode|podem|da para|quero|e para) (mandar|enviar|escrever|falar|chamar) [(mensagem|mensagens|ofertas|whatsapp|promocao)] (de|das|entre) {hours_from} (as|ate|ate as|a|e|e as) {hours_to}',
      'nao (manda|mandar|mande|enviar) [(mensagem|mensagens|ofertas)] antes (de|das) {hours_from} (nem|e|ou) depois (de|das) {hours_to}',
      '[horario (de|do)] silencio [(de|das|entre)] {hours_to} (as|ate|ate as|a|e) {hours_from}',
      '[(ver|mudar|qual e|qual)] [o] horario (de|das|dos) (mensagem|mensagens|ofertas|envio|envios)',
    ],
    en: [
      '[(change|set)] [(the|message|messages|offer|offers)] hours [from] {hours_from} (to|until|till) {hours_to}',
      '[(only|just)] (text|write|write to|message|contact) [(people|customers|clients|folks|them|everyone)] [only] (from|between) {hours_from} (to|until|till|and) {hours_to}',
      '[only] send [only] [(messages|offers|texts)] [only] (from|between) {hours_from} (to|until|till|and) {hours_to}',
      '(no|do not send) [(messages|offers)] before {hours_from} [(nor|and|or)] after {hours_to}',
      '[(change|set)] [the] (quiet|silent) hours [(from|between|to)] {hours_to} (to|until|till|and) {hours_from}',
      '[(see|change|what are)] [the] (message|messages|offer|quiet) hours',
    ],
    es: [
      '[(cambiar|cambia)] [el] horario [(de|del|de los|de las)] [(mensajes|ofertas|envio|envios)] [(de|desde|entre)] {hours_from} (a|hasta|y|a las) {hours_to}',
      '[solo] (manda|mandar|envia|enviar) [solo] [(mensajes|ofertas)] [solo] (de|desde|entre) {hours_from} (a|hasta|y) {hours_to}',
      'solo (se puede|pueden|quiero) (escribir|mandar|enviar|mensajear) [(mensajes|ofertas|promociones)] (de|de las|desde|desde las|entre|entre las) {hours_from} (a|hasta|y|a las|hasta las|y las) {hours_to}',
      'no (mandar|mandes|enviar) [(mensajes|ofertas)] antes de [las] {hours_from} (ni|y|o) despues de [las] {hours_to}',
      '[horario (de|del)] silencio [(de|de las|desde|desde las|entre)] {hours_to} (a|hasta|y|a las|hasta las) {hours_from}',
      '[(ver|cambiar|cual es)] [el] horario (de|de los|de las) (mensajes|ofertas|envio|envios)',
    ],
  },
  examples: {
    pt: [
      { says: 'horário 9h às 20h', args: nineToEight },
      { says: 'horário das mensagens', args: {} },
    ],
    en: [
      { says: 'hours 9am to 8pm', args: nineToEight },
      { says: 'message hours', args: {} },
    ],
    es: [
      { says: 'horario 9h a 20h', args: nineToEight },
      { says: 'horario de los mensajes', args: {} },
    ],
  },
  async handle(turn, { from, to }) {
    const say = turn.say.messaging;
    const today = await loadSendingRules(turn.work);
    if (from === undefined && to === undefined)
      return { text: say.hours(clockOf(today.fromMinute), clockOf(today.toMinute)) };
    const fromMinute = from === undefined ? today.fromMinute : minuteOf(from);
    const hours = {
      fromMinute,
      toMinute:
        to === undefined ? today.toMinute : from === undefined ? endAlone(to, fromMinute) : minuteOf(to),
    };
    if (hours.fromMinute >= hours.toMinute) return { text: say.hoursWrong };
    return propose(turn, hours, today);
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => change(turn, pending.parse(data))),
  },
};

function propose({ say }: Turn, hours: MarketingHours, { fromMinute, toMinute }: MarketingHours): Reply {
  const text = say.messaging.confirmHours(clockOf(hours.fromMinute), clockOf(hours.toMinute));
  return { text, ask: { step: 'confirm', data: { ...hours, seen: { fromMinute, toMinute } } } };
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** `depois das 8`, to who begins at nine, is of the evening. */
function endAlone(clock: string, fromMinute: number): number {
  const minute = minuteOf(clock);
  return minute <= fromMinute && minute <= HALF_DAY ? minute + HALF_DAY : minute;
}

async function change(turn: Turn, { seen, ...hours }: z.infer<typeof pending>): Promise<Reply> {
  const set = await setMarketingHours(turn.work, { hours, by: staffOf(turn), ...(seen && { seen }) });
  if (!set.ok) {
    const now = await loadSendingRules(turn.work);
    const { hours: are } = turn.say.messaging;
    const again = propose(turn, hours, now);
    return askedAgain(turn, {
      ...again,
      text: `${are(clockOf(now.fromMinute), clockOf(now.toMinute))}\n${again.text}`,
    });
  }
  return { text: turn.say.messaging.hoursSet(clockOf(hours.fromMinute), clockOf(hours.toMinute)) };
}
