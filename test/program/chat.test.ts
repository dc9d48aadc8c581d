import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qrText } from '../../src/loyalty';
import { qrTextsIn } from '../../src/bot/receiving/receipt-photo';
import { Program } from '../support/program';
import { moment, until } from '../support/until';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-chat-'));
});
afterEach(() => Program.endAll());
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** `npm run chat`, as somebody sits before it. */
class Terminal {
  readonly program = Program.chat({ DATA_DIR: directory });
  private readTo = 0;

  types(line: string): void {
    this.program.child.stdin?.write(`${line}\n`);
  }

  /** What it prints next that is like this. */
  async reads(words: RegExp): Promise<RegExpExecArray> {
    const fresh = (): string => this.program.output.slice(this.readTo);
    const look = (): RegExpExecArray | null => {
      const found = words.exec(fresh());
      if (found === null && this.program.child.exitCode !== null)
        throw new Error(`it ended without ${String(words)}: ${fresh()}`);
      return found;
    };
    const found = await until(`${String(words)} after ${this.readTo} characters`, look, { seconds: 180 });
    this.readTo += found.index + found[0].length;
    return found;
  }

  async talks(...lines: readonly (readonly [string, RegExp])[]): Promise<void> {
    for (const [types, reads] of lines) {
      this.types(types);
      await this.reads(reads);
    }
  }
}

it('in the terminal one sells, redeems and validates from several phones, in three languages', async () => {
  const terminal = new Terminal();
  await terminal.reads(/\/ana \/bia \/carla \(caixa\) \/dora \(dona\).*\/ajuda {2}\/fim\nAna> /s);
  await terminal.talks(
    ['/vender muito', /\/vender 52,90/],
    ['/vender 100,00', /\(venda de R\$ 100,00 na [^)]+\)[^]*você ganhou \*R\$ 5,00\*[^]*Ana> /],
    ['saldo', /R\$ 5,00[^]*Ana> /],
    ['english', /English[^]*\/help {2}\/end\nAna> /],
    ['balance', /R\$ 5\.00/],
    ['redeem 5', /R\$ 5\.00[^]*“yes”/],
  );
  terminal.types('yes');
  const [, code = '', path = ''] = await terminal.reads(
    /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b[^]*\[picture: (.+\.png)\]/,
  );
  expect(await qrTextsIn(readFileSync(path))).toEqual([qrText(code)]);
  await terminal.talks(
    ['/nobody', /\/help {2}\/end\nAna> /],
    ['/carla', /Carla> /],
    [`validar ${code}`, /R\$ 5,00[^]*De quanto é a compra/],
    ['80', /R\$ 80,00[^]*“sim”/],
    ['sim', /Voucher usado por Ana\. Desconte \*R\$ 5,00\*/],
    ['/ana', /Ana> /],
    ['/sell 60.00', /\(sale of R\$ 60\.00 on [^)]+\)[^]*you earned \*R\$ 3\.00\*/],
    ['/dora', /Dora> /],
    ['status', /O programa está ativo[^]*Dora> /],
    ['español', /\/ayuda {2}\/fin\nDora> /],
    ['/bia', /Bia> /],
    ['saldo', /não tem saldo[^]*Bia> /],
  );
  terminal.types('/fim');
  expect(await terminal.program.ended).toBe(0);
  await terminal.reads(/Até logo\.\n$/);
  expect(terminal.program.output).not.toMatch(/"level"|\n\s+at /);
});

it('what is typed ahead is answered before it ends with its input, and the next one keeps what was earned', async () => {
  const first = new Terminal();
  await first.reads(/o banco de dados está sendo criado/);
  await first.talks(['/vender 100,00', /você ganhou \*R\$ 5,00\*[^]*Ana> /]);
  first.program.child.stdin?.end('saldo\nregras\n/dora\nstatus\n');
  expect(await first.program.ended).toBe(0);
  await first.reads(/R\$ 5,00[^]*cashback de 5%[^]*programa está ativo[^]*Até logo\.\n$/);
  const second = new Terminal();
  second.program.child.stdin?.end('saldo\n');
  expect(await second.program.ended).toBe(0);
  await second.reads(/R\$ 5,00[^]*Até logo\.\n$/);
  expect(second.program.output).not.toContain('Primeira vez');
  expect(first.program.output + second.program.output).not.toMatch(/"level"|\n\s+at /);
});

it.each(['SIGINT', 'SIGTERM'] as const)('%s while it talks ends it in order', async (signal) => {
  const terminal = new Terminal();
  await terminal.reads(/Ana> /);
  terminal.types('saldo');
  terminal.program.child.kill(signal);
  await moment(20);
  expect(await terminal.program.stop(signal)).toBe(0);
  await terminal.reads(/Até logo\.\n$/);
  expect(terminal.program.output).not.toMatch(/"level"|\n\s+at /);
});

it('where the program runs already, it says so and ends with 1', async () => {
  const program = Program.run({ DATA_DIR: directory });
  await program.works();
  const { program: chat } = new Terminal();
  expect(await chat.ended).toBe(1);
  expect(chat.output).toMatch(/running already: process \d+/);
  expect(chat.output).not.toMatch(/\n\s+at /);
  expect(await program.stop()).toBe(0);
});
