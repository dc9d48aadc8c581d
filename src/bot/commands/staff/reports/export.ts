import { z } from 'zod';
import {
  countExport,
  EXPORT_KINDS,
  MOST_LINES,
  noteExport,
  type ExportKind,
  type ExportWish,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn } from '../../../messages';
import { confirmed, readNumber, staffOf } from '../../answers';

const wished = z.object({
  kind: z.enum(EXPORT_KINDS),
  period: z.string().nullable(),
  number: z.int().nullable(),
});

export const exportData: Command = {
  name: 'export',
  who: 'owner',
  risky: true,
  patterns: {
    pt: [
      '(exportar|exporta|baixar|baixa|quero exportar|quero baixar|gerar planilha de|planilha de) [(a|as|o|os)] [{export_kind}] [{number}] [(de|da|do|desta|deste)] [{period}]',
    ],
    en: [
      '(export|download|i want to export|spreadsheet of) [(the|my)] [{export_kind}] [{number}] [(of|for|from)] [the] [{period}]',
    ],
    es: [
      '(exportar|exporta|descargar|descarga|quiero exportar|planilla de) [(la|las|el|los)] [{export_kind}] [{number}] [(de|de la|del)] [{period}]',
    ],
  },
  examples: {
    pt: [
      { says: 'exportar vendas', args: { kind: 'sales' } },
      { says: 'exportar vendas de outubro de 2026', args: { kind: 'sales', period: '2026-10' } },
      { says: 'exportar clientes', args: { kind: 'customers' } },
      { says: 'exportar extrato', args: { kind: 'ledger' } },
      { says: 'exportar vouchers', args: { kind: 'vouchers' } },
      { says: 'exportar campanha 3', args: { kind: 'campaign', number: 3 } },
      { says: 'exportar', args: {} },
    ],
    en: [
      { says: 'export sales', args: { kind: 'sales' } },
      { says: 'export sales of October 2026', args: { kind: 'sales', period: '2026-10' } },
      { says: 'export customers', args: { kind: 'customers' } },
      { says: 'export the ledger', args: { kind: 'ledger' } },
      { says: 'export vouchers', args: { kind: 'vouchers' } },
      { says: 'export campaign 3', args: { kind: 'campaign', number: 3 } },
    ],
    es: [
      { says: 'exportar ventas', args: { kind: 'sales' } },
      { says: 'exportar ventas de octubre de 2026', args: { kind: 'sales', period: '2026-10' } },
      { says: 'exportar clientes', args: { kind: 'customers' } },
      { says: 'exportar extracto', args: { kind: 'ledger' } },
      { says: 'exportar vales', args: { kind: 'vouchers' } },
      { says: 'exportar campaña 3', args: { kind: 'campaign', number: 3 } },
    ],
  },
  handle: (turn, { kind, period = null, number = null }) =>
    isKind(kind) ? ask(turn, { kind, period, number }) : askWhich(turn, period),
  pin: () => true,
  steps: {
    which: (turn, text, data) => {
      const kind = EXPORT_KINDS[(readNumber(text) ?? 0) - 1];
      const { period } = wished.pick({ period: true }).parse(data);
      return kind === undefined ? Promise.resolve(null) : ask(turn, { kind, period, number: null });
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => send(turn, wished.parse(data))),
  },
};

const isKind = (kind: string | undefined): kind is ExportKind => EXPORT_KINDS.some((known) => known === kind);

function askWhich({ say: { export: say } }: Turn, period: string | null): Promise<Reply> {
  const lines = EXPORT_KINDS.map((kind, i) => `${i + 1}. ${say.what[kind]}`);
  return Promise.resolve({
    text: [say.which, ...lines].join('\n'),
    ask: { step: 'which', data: { period } },
  });
}

async function ask(turn: Turn, wish: ExportWish): Promise<Reply> {
  const { export: say } = turn.say;
  if (wish.kind === 'campaign' && wish.number === null) return { text: say.whichCampaign };
  const lines = await countExport(turn.work, wish);
  if (lines === null) return { text: turn.say.report.unknown };
  if (lines === 0) return { text: say.nothing };
  const { number } = formatIn(turn.lang, turn.shop.zone);
  const text =
    lines > MOST_LINES
      ? say.askLatest(say.what[wish.kind], number(MOST_LINES))
      : say.ask(say.what[wish.kind], number(lines));
  return { text, ask: { step: 'confirm', data: { ...wish } } };
}

async function send(turn: Turn, wish: ExportWish): Promise<Reply> {
  const lines = Math.min(MOST_LINES, (await countExport(turn.work, wish)) ?? 0);
  await noteExport(turn.work, { wish, lines, by: staffOf(turn) });
  return { text: turn.say.export.sent, document: { kind: 'export', wish, lang: turn.lang } };
}
