import { z } from 'zod';
import { LONGEST_WISH } from '../bot/understand';
import { answerLines } from './json-lines';
import { configuredUnderstanding } from '../product/phrase-files';

const USAGE = `npm run --silent parse

Reads JSON lines and writes what the chat would understand of each, a JSON line each, in order:
  {"text": "saldo", "lang": "pt"|"en"|"es", "role": "customer"|"cashier"|"manager"|"owner", "today": "2026-11-23"}
  {"intent": "balance", "args": {}, "alternatives": ["statement"], "confirm": false}
What cannot be read is answered with {"error": "…"}, and the rest goes on.
`;

const lineSchema = z.object({
  text: z.string(),
  lang: z.enum(['pt', 'en', 'es']),
  role: z.enum(['customer', 'cashier', 'manager', 'owner']),
  today: z.iso.date(),
});

const understanding = configuredUnderstanding({
  phraseFiles: {
    pt: process.env['PHRASES_PT'] || null,
    en: process.env['PHRASES_EN'] || null,
    es: process.env['PHRASES_ES'] || null,
  },
});

/** A rule sentence that is asked about has `ask` and its reason, in its arguments and beside the intent. */
function answer(line: unknown): object {
  const { text, ...listening } = lineSchema.parse(line);
  if (text.length > LONGEST_WISH) return { intent: 'none', args: {}, alternatives: [], confirm: false };
  const { intent, args, alternatives, confirm } = understanding.understand(text, listening);
  const { ask, unclear: _asked, ...others } = args;
  const question = ask === undefined ? {} : { ...ask, ask: true };
  const told = ask === undefined ? {} : { ask: true, reason: ask.reason };
  return {
    intent,
    args: { ...others, ...question },
    alternatives: alternatives.slice(0, 2),
    confirm,
    ...told,
  };
}

void answerLines(USAGE, answer);
