import { z } from 'zod';
import { reportOf, setWeeklyReport } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn } from '../../../messages';
import { reportPage } from '../../../reports/report-page';
import { asksForMore, asksWhy, staffOf } from '../../answers';
import { fitting } from '../../lines';
import { examples, patterns } from './report-words';

const THIS_MONTH = 'this-month';
const shown = z.object({ period: z.string(), lines: z.int(), definitions: z.int() });
type Shown = z.infer<typeof shown>;

export const report: Command = {
  name: 'report',
  who: 'manager',
  risky: false,
  patterns,
  examples,
  async handle(turn, { period = THIS_MONTH, definitions = false, weekly = false, stop = false }) {
    if (weekly) return schedule(turn, !stop);
    const seen = { period, lines: 0, definitions: 0 };
    return definitions ? definitionsPage(turn, seen) : page(turn, seen);
  },
  steps: {
    more: async (turn, text, data) => {
      const seen = shown.parse(data);
      if (asksWhy(text)) return { text: turn.say.report.why, ask: { step: 'more', data } };
      if (isDefinitions(text)) return definitionsPage(turn, { ...seen, definitions: 0 });
      if (!asksForMore(text)) return null;
      return seen.definitions > 0 ? definitionsPage(turn, seen) : page(turn, seen);
    },
  },
};

/** The word that the catalogues offer. */
const isDefinitions = (text: string): boolean =>
  /^\s*(?:defini(?:ç|c)(?:õ|o)es|definitions|definiciones)\s*[.!?]?\s*$/i.test(text);

async function page(turn: Turn, seen: Shown): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const found = await reportOf(work, seen.period);
  if (found === null) return { text: say.report.unknown };
  if (found === 'future') return { text: say.report.future };
  const { title, lines, card } = reportPage(found, { lang, zone: shop.zone });
  const rest = lines.slice(seen.lines);
  if (rest.length === 0) return { text: say.report.noMore };
  const fit = untilHeading(fitting(rest, [title, say.report.more]), rest.length);
  const next = seen.lines + fit.length;
  return {
    text: [title, ...fit, next < lines.length ? say.report.more : '']
      .filter((line) => line !== '')
      .join('\n'),
    // The picture is of the whole: once is enough.
    ...(seen.lines === 0 ? { card } : {}),
    ask: { step: 'more', data: { ...seen, lines: next, definitions: 0 } },
  };
}

/** A page does not end on the heading of what the next one shows. */
function untilHeading(lines: readonly string[], of: number): readonly string[] {
  const endsOnOne = lines.length < of && lines.length > 1 && lines.at(-1)?.endsWith(':') === true;
  return endsOnOne ? lines.slice(0, -1) : lines;
}

function definitionsPage({ say: { report: say } }: Turn, seen: Shown): Reply {
  const rest = say.definitions.slice(seen.definitions).map((line) => `• ${line}`);
  if (rest.length === 0) return { text: say.noMore };
  const fit = fitting(rest, [say.moreDefinitions]);
  const next = seen.definitions + fit.length;
  return {
    text: [...fit, ...(next < say.definitions.length ? [say.moreDefinitions] : [])].join('\n'),
    ask: { step: 'more', data: { ...seen, definitions: next } },
  };
}

async function schedule(turn: Turn, wanted: boolean): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const at = await setWeeklyReport(work, { wanted, by: staffOf(turn) });
  if (at === null) return { text: say.report.weeklyOff };
  return { text: say.report.weeklyOn(formatIn(lang, shop.zone).day(at)) };
}
