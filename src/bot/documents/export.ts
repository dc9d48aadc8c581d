import { DateTime } from 'luxon';
import { dateOf, exportLines, loadShop, SHEETS, type Column, type Language, type Work } from '../../loyalty';
import type { Document } from '../channel';
import type { ExportRequest } from '../command';
import { messagesIn, type Messages } from '../messages';
import { BYTE_ORDER_MARK, csvLine, textCell } from './csv';

type Line = Record<string, string | number | null>;

interface Reader {
  say: Messages['export'];
  zone: string;
  lang: Language;
}

/** Safe to open in a spreadsheet of the reader's language: amounts with its decimal sign, times on the shop's clock. */
export async function exportFile(work: Work, { wish, lang }: ExportRequest): Promise<Document> {
  const shop = await loadShop(work);
  const { export: say } = messagesIn(lang);
  const reader: Reader = { say, zone: shop.zone, lang };
  const { columns } = SHEETS[wish.kind];
  const parts = [
    Buffer.from(BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => textCell(say.column[name])))),
  ];
  for await (const lines of exportLines(work, wish))
    parts.push(
      Buffer.from(lines.map((line) => csvLine(columns.map((column) => cell(column, line, reader)))).join('')),
    );
  const day = DateTime.fromMillis(work.now, { zone: shop.zone }).toISODate();
  return {
    bytes: Buffer.concat(parts),
    fileName: `${say.file[wish.kind]}-${day}.csv`,
    mimeType: 'text/csv',
  };
}

type Write = (value: string | number, line: Line, reader: Reader) => string;

const written: Readonly<Record<Column['as'], Write>> = {
  money: (cents, _, { lang }) => decimal(Number(cents), lang),
  'asset-quantity': (quantity, line, { lang }) =>
    line['asset'] === 'cashback' ? decimal(Number(quantity), lang) : String(quantity),
  count: String,
  day: (day) => dateOf(Number(day)),
  instant: (at, _, { zone }) => DateTime.fromMillis(Number(at), { zone }).toFormat('yyyy-MM-dd HH:mm:ss'),
  word: (word, _, { say }) => textCell(wordOf(String(word), say)),
  text: (text) => textCell(String(text)),
};

function cell({ name, as }: Column, line: Line, reader: Reader): string {
  const value = line[name] ?? null;
  return value === null ? '' : written[as](value, line, reader);
}

/** Cents with the decimal sign of the language's spreadsheets, without thousands. */
function decimal(cents: number, lang: Language): string {
  const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return lang === 'en' ? text : text.replace('.', ',');
}

function wordOf(value: string, { word }: Reader['say']): string {
  return Object.hasOwn(word, value) ? word[value as keyof typeof word] : value;
}
