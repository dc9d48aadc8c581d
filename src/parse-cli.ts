import { createInterface } from 'node:readline';
import { z } from 'zod';
import { commands } from './bot/commands';
import { createUnderstanding } from './bot/understand';

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

const understanding = createUnderstanding(commands);

/** A rule sentence that is asked about has `ask` and its reason, in its arguments and beside the intent. */
function answer(line: string): object {
  const { text, ...listening } = lineSchema.parse(JSON.parse(line));
  const { intent, args, alternatives, confirm } = understanding.understand(text, listening);
  const { ask, ...others } = args;
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

function faultOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  if (process.stdin.isTTY) process.stderr.write(USAGE);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    let answered: object;
    try {
      answered = answer(line);
    } catch (error) {
      answered = { error: faultOf(error) };
    }
    process.stdout.write(`${JSON.stringify(answered)}\n`);
  }
}

// Whoever reads may stop reading (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
void main();
