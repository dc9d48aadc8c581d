import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { untilSeen } from './until';

const DIST = join(__dirname, '..', '..', 'dist');

const withPath = (env: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  ...env,
});

const spawnBuilt = (file: string, env: Record<string, string>, stdin: 'pipe' | 'ignore'): ChildProcess =>
  spawn(process.execPath, [join(DIST, file)], { env: withPath(env), stdio: [stdin, 'pipe', 'pipe'] });

/** The program as a process of its own. */
export class Program {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    const note = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    Program.running.add(this);
    this.ended = once(child, 'exit').then(([code]) => {
      Program.running.delete(this);
      return code as number | null;
    });
  }

  private static readonly running = new Set<Program>();

  /** For `afterEach`: what a failed test left running would keep the test runner from ending. */
  static async endAll(): Promise<void> {
    await Promise.all([...Program.running].map((program) => program.stop('SIGKILL')));
  }

  /** With only this environment, on free ports. */
  static run(env: Record<string, string>): Program {
    const settings = { PORT: '0', PRIVATE_PORT: '0', SANDBOX: 'off', LOG_LEVEL: 'error', ...env };
    return new Program(spawnBuilt('main.js', settings, 'ignore'));
  }

  /** The conversation in a terminal that is none: what is typed goes to the child's `stdin`. */
  static chat(env: Record<string, string>): Program {
    return new Program(spawnBuilt('cli/chat.js', env, 'pipe'));
  }

  /** Resolves with what it printed once it says that it works; rejects if it ends before. */
  async works(): Promise<string> {
    return untilSeen(
      'the program to work',
      () => {
        if (this.child.exitCode !== null) throw new Error(`it ended: ${this.output}`);
        return this.output;
      },
      (output) => /Smartbis (is|está)/.test(output),
      { seconds: 180 },
    );
  }

  /** Of the public port. */
  async url(): Promise<string> {
    return /http:\/\/127\.0\.0\.1:\d+/.exec(await this.works())?.[0] ?? '';
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** A signed event to an address; the status of the answer, or null where nobody answered. */
export async function deliver(
  url: string,
  connection: { id: string; signingSecret: string },
  id: string,
  body: string,
): Promise<number | null> {
  const at = new Date();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(connection.signingSecret).sign(id, at, body),
  };
  const response = await fetch(`${url}/v1/smartpos/events/${connection.id}`, {
    method: 'POST',
    headers,
    body,
  }).catch(() => null);
  return response?.status ?? null;
}

/** A sale of this moment. */
export const saleEvent = (id: string, reais = 100): string =>
  JSON.stringify({
    type: 'sale.approved',
    timestamp: new Date().toISOString(),
    data: {
      uniqueIdentifier: id,
      creationDate: new Date().toISOString(),
      totalAmount: reais,
      customer: { phone: '+5511988880001' },
      terminal: { id: 'T1', acquirer: 'stone' },
    },
  });

/** An operator's command, by its file; with only this environment. */
export function command(
  given: Record<string, string>,
  file: string,
  ...args: string[]
): Promise<{ status: number; text: string }> {
  const env = withPath({ LOG_LEVEL: 'silent', ...given });
  return new Promise((resolve) => {
    execFile(process.execPath, [join(DIST, 'cli', file), ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

/** The operator's command over all shops. */
export const books = (given: Record<string, string>): Promise<{ status: number; text: string }> =>
  command(given, 'books.js');
