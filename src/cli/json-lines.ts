import { createInterface } from 'node:readline';
import { z } from 'zod';

/**
 * Answers each JSON line of standard input by one JSON line of standard output, in order. A line that is not JSON (an
 * empty one too: the answers are counted like the lines), or for which `answer` throws, is answered with
 * `{"error": "…"}`, and the rest goes on.
 */
export async function answerLines(usage: string, answer: (line: unknown) => object): Promise<void> {
  if (process.stdin.isTTY) process.stderr.write(usage);
  // Whoever reads may stop reading (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    let answered: object;
    try {
      answered = answer(JSON.parse(line));
    } catch (error) {
      answered = { error: faultOf(error) };
    }
    process.stdout.write(`${JSON.stringify(answered)}\n`);
  }
}

/** `sale.cents: too small; zone: …`: each fault with the field that it is in. */
function faultOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}
