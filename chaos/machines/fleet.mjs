// The product's processes, each started again whenever it ends, as an operator's supervisor does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NODE_FLAGS, ROOT } from '../../bench/lib/support.mjs';
import { portToKeep } from '../../scripts/services/programs.mjs';

const CLOCK = join(ROOT, 'chaos', 'world', 'clock.cjs');
/** For node, the product that is built in that folder. */
export const productIn = (root) => [...NODE_FLAGS, '--require', CLOCK, join(root, 'dist', 'main.js')];
export const PRODUCT = productIn(ROOT);
const AGAIN_MS = 200;
/** For so long after PostgreSQL or Redis was away, complaints are of that. */
const EXCUSED_MS = 30_000;
/** A line of the log at the level of an error. */
const COMPLAINT = /^\{"level":[56]0,/;
/** SmartPOS misbehaves all the time. */
const OF_SMARTPOS = '"type":"SmartPosFault"';
/** However slow the machine is. */
const STARTING_MS = 120_000;

export class Fleet {
  members = [];
  /** Ends that nobody asked for. */
  ends = [];
  /** Errors in the logs that nothing which was broken explains. */
  complaints = [];
  starts = 0;
  /** Whether what a process stands on was away at some moment since then, by the monotonic clock. */
  wasAway = (_since) => false;

  /**
   * @param {{ env: Record<string, string>, counts: Record<string, number>, logs: string, program?: string[] }} options
   *   `counts` by role; `program` for node
   */
  static async create({ env, counts, logs, program = PRODUCT }) {
    const fleet = new Fleet();
    for (const [role, count] of Object.entries(counts))
      for (let i = 0; i < count; i++) {
        const name = `${role}-${i}`;
        const port = role === 'web' ? await portToKeep() : 0;
        const own = { ...env, ROLES: role, PORT: String(port), DATA_DIR: join(logs, name) };
        const log = join(logs, `${name}.log`);
        fleet.members.push(new Member({ name, role, port, env: own, log, fleet, program }));
      }
    return fleet;
  }

  get webPorts() {
    return this.members.filter(({ role }) => role === 'web').map(({ port }) => port);
  }

  async start() {
    for (const member of this.members) member.run();
    await Promise.all(this.members.map((member) => member.works()));
  }

  /** Kills one of a role, once there is one to kill. */
  async kill(role, which) {
    const members = this.members.filter((member) => member.role === role);
    await members[which % members.length].kill();
  }

  /** Ends all in order; how each ended, and in how many seconds. */
  stop() {
    return Promise.all(this.members.map((member) => member.stop()));
  }

  /** Whatever is left. */
  abandon() {
    for (const member of this.members) member.abandon();
  }
}

class Member {
  #child = null;
  /** The first of what it said, and the last. */
  #greeting = '';
  #output = '';
  /** The beginning of a line whose end is still to come. */
  #line = '';
  #isAsked = false;
  #isOver = false;

  constructor(options) {
    Object.assign(this, options);
    this.file = createWriteStream(this.log);
  }

  run() {
    const { env, name, fleet, program } = this;
    const child = spawn(process.execPath, program, { env });
    const startedAt = performance.now();
    fleet.starts += 1;
    this.#child = child;
    this.#greeting = '';
    this.#output = '';
    this.#line = '';
    this.#isAsked = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (child !== this.#child) return;
        if (!this.#isWorking) this.#greeting += chunk;
        this.#output = `${this.#output}${chunk}`.slice(-4_000);
        this.file.write(chunk);
        this.#read(chunk);
      });
    child.once('exit', (code, signal) => {
      if (!this.#isAsked && !this.#isOver) {
        // One that cannot begin says so and ends; one that works waits for what is away.
        const isExcused = !this.#isWorking && fleet.wasAway(startedAt);
        fleet.ends.push({ name, end: signal ?? code, isExcused, output: this.#output });
      }
      if (this.#isOver) return;
      this.#greeting = '';
      setTimeout(() => !this.#isOver && this.run(), AGAIN_MS);
    });
  }

  #read(chunk) {
    const lines = `${this.#line}${chunk}`.split('\n');
    this.#line = lines.pop();
    const { fleet, name } = this;
    if (fleet.wasAway(performance.now() - EXCUSED_MS)) return;
    for (const line of lines)
      if (COMPLAINT.test(line) && !line.includes(OF_SMARTPOS)) fleet.complaints.push({ name, line });
  }

  get #isWorking() {
    return /Smartbis (?:is|está)/.test(this.#greeting);
  }

  async works() {
    while (!this.#isWorking) {
      if (this.#isOver) return;
      await sleep(20);
    }
  }

  async kill() {
    while (!isRunning(this.#child)) await sleep(20);
    this.#isAsked = true;
    await ended(this.#child, 'SIGKILL');
  }

  /** Ends it in order while it works, as an upgrade does; it starts again. How it ended, and in how many seconds. */
  async renew() {
    await this.works();
    this.#isAsked = true;
    return this.#end();
  }

  /** The same, and what starts again is another version; resolves when that works. */
  async renewAs(program) {
    await this.works();
    this.program = program;
    const end = await this.renew();
    while (!isRunning(this.#child)) await sleep(20);
    await this.works();
    return end;
  }

  /** Renews it, and asks the one that follows to end so long after its start: while it may still be starting. */
  async renewYoung(ms) {
    await this.renew();
    while (!isRunning(this.#child)) await sleep(5);
    await sleep(ms);
    this.#isAsked = true;
    return { ...(await this.#end()), isYoung: true };
  }

  /** Ends it in order, for good. */
  async stop() {
    // One that is just starting is first let start.
    await Promise.race([this.works(), sleep(STARTING_MS)]);
    this.#isOver = true;
    const end = await this.#end();
    this.file.end();
    return end;
  }

  async #end() {
    const child = this.#child;
    const began = performance.now();
    if (isRunning(child)) await ended(child, 'SIGTERM');
    const seconds = (performance.now() - began) / 1000;
    return { name: this.name, end: child.signalCode ?? child.exitCode, seconds };
  }

  abandon() {
    this.#isOver = true;
    if (isRunning(this.#child)) this.#child.kill('SIGKILL');
  }
}

async function ended(child, signal) {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

const isRunning = (child) => child !== null && child.exitCode === null && child.signalCode === null;
