import { timingOf, whyMessage, type DueReason, type Timing, type ToldMessage } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn } from '../../../messages';
import { parseBrazilianPhone } from '../../../understand';
import { campaignText } from '../campaigns/campaign-text';

export const why: Command = {
  name: 'why-message',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[e] por que (ela|ele|o cliente|a cliente|esse cliente|essa cliente|essa pessoa) (recebeu|ganhou) [(isso|a mensagem|essa mensagem|esta mensagem|um aviso)] [{phone}]',
      'por que [o] {phone} recebeu [(isso|a mensagem|essa mensagem)]',
      '(por que|como) as mensagens (vao|sao enviadas) [(nesse dia|quando vao)]',
    ],
    en: [
      'why did (she|he|they|the customer|this customer) (get|receive) [(this|that|the message|this message|that message)] [{phone}]',
      'why did {phone} (get|receive) [(this|that|the message|this message|that message)]',
      '(why|how) are [the] messages timed',
    ],
    es: [
      'por que (ella|el|el cliente|la cliente|este cliente|esta cliente) recibio [(eso|esto|el mensaje|ese mensaje|este mensaje)] [{phone}]',
      'por que [el] {phone} recibio [(eso|esto|el mensaje|ese mensaje)]',
      '(por que|como) se envian los mensajes',
    ],
  },
  examples: {
    pt: [
      { says: 'por que ela recebeu? 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'por que ele recebeu essa mensagem?', args: {} },
    ],
    en: [
      { says: 'why did she get this? 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'why did he get that message?', args: {} },
    ],
    es: [
      { says: '¿por qué ella recibió esto? 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: '¿por qué el cliente recibió ese mensaje?', args: {} },
    ],
  },
  async handle(turn, { phone }) {
    if (phone !== undefined) return explain(turn, phone);
    const { why: say } = turn.say;
    const lines = [timingText(turn, await timingOf(turn.work)), say.which];
    return { text: lines.join('\n'), ask: { step: 'phone', data: {} } };
  },
  steps: {
    phone: (turn, text) => {
      const phone = parseBrazilianPhone(text.trim());
      return phone === null ? Promise.resolve(null) : explain(turn, phone);
    },
  },
};

async function explain(turn: Turn, phone: string): Promise<Reply> {
  const { why: say } = turn.say;
  const told = await whyMessage(turn.work, phone);
  if (told === null) return { text: say.nothing };
  const { day, time } = formatIn(turn.lang, turn.shop.zone);
  const head = say.head({
    message: turn.say.texts.kind[told.kind],
    day: day(told.at),
    time: time(told.at),
    state: say.state[told.state],
  });
  const timing = told.due === null ? [] : [timingText(turn, await timingOf(turn.work))];
  return { text: [head, reasonText(turn, told), ...timing].join('\n') };
}

function reasonText(turn: Turn, { kind, due, campaign }: ToldMessage): string {
  const { why: say } = turn.say;
  if (due !== null) return dueText(turn, due);
  if (campaign !== null) return say.campaign(campaign.number, campaignText(turn, campaign.wish));
  return say.because[kind];
}

function dueText(turn: Turn, due: DueReason): string {
  const { why: say } = turn.say;
  const { days, number } = formatIn(turn.lang, turn.shop.zone);
  const silence = say.silent(number(due.repeats + 1), days(due.silenceDays));
  if (due.tier !== 'customer') return `${silence} ${say.late(days(due.days))}`;
  const usual = due.usualGap === null ? '' : `${say.usual(days(Math.round(due.usualGap)))} `;
  const likely = say.unlikely(
    number(Math.round(due.noPurchase * 100)),
    number(Math.round(due.threshold * 100)),
  );
  return `${silence} ${usual}${likely}`;
}

/** Which of the three ways the shop has, and why. */
export function timingText(turn: Pick<Turn, 'lang' | 'shop' | 'say'>, timing: Timing): string {
  const { timing: say } = turn.say.why;
  const { days, number } = formatIn(turn.lang, turn.shop.zone);
  if (timing.tier === 'fixed') return say.fixed(days(timing.days), number(timing.past.gaps));
  const { backtest } = timing;
  const tested =
    backtest === null || backtest.contacts === 0
      ? ''
      : ` ${say.tested({
          contacts: number(backtest.contacts),
          own: number(backtest.modelRight),
          fixed: number(Math.round(backtest.fixedRight)),
        })}`;
  if (timing.tier === 'customer') return say.customer + tested;
  return `${say.rhythm(days(timing.days))} ${say.because[timing.because]}${tested}`;
}
