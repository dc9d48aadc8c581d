import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../support/program';
import { until } from '../support/until';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-uncaught-'));
});
afterEach(() => Program.endAll());
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A promise that rejects and nobody waits for, with what a database says of the row that it refused. */
const FAULT = `if (require('node:worker_threads').isMainThread)
  process.on('SIGUSR2', () => {
    const detail = 'Key (phone)=(+5511988880001) already exists.';
    void Promise.reject(Object.assign(new Error('refused "+5511988880001"'), { code: '23505', detail }));
  });`;

it('a fault that nobody caught is told without whom it is about; what was accepted is answered, and it ends with 1', async () => {
  const file = join(directory, 'fault.cjs');
  writeFileSync(file, FAULT);
  const program = Program.run({ DATA_DIR: directory, NODE_OPTIONS: `--require=${file}` });
  const url = await program.url();
  const body = JSON.stringify({ type: 'none' });
  const headers = { 'content-length': body.length, expect: '100-continue' };
  const asked = request(`${url}/v1/smartpos/events/nobody`, { method: 'POST', headers });
  asked.flushHeaders();
  // It has the request by now, and not yet all of it.
  await once(asked, 'continue');
  program.child.kill('SIGUSR2');
  await until('the fault to be told', () => program.output.includes('23505'));
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume: () => void }];
  answer.resume();
  expect(answer.statusCode).toBe(404);
  expect(await program.ended).toBe(1);
  expect(program.output).toContain('Até logo');
  expect(program.output).not.toContain('98888');
});
