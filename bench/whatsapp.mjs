// Faults of the browser, the page and the link, one after another, with the times that a shop would run with: how long until a
// message is answered again, and what was lost, doubled or left unhandled. SOAK_MINUTES (1) says for how long. The page is
// simulated (test/support/whatsapp-web-page): this measures the program and the library, not WhatsApp of today.
import { join } from 'node:path';
import { median, require, ROOT } from './lib/support.mjs';
import { loadTypeScript } from './lib/typescript.mjs';

const ANA = '5511988880001@c.us';
const LIMIT_S = 15;
/** Of service between two faults. */
const BETWEEN_MS = 6_000;

const FAULTS = {
  killed: async (rig) => process.kill(await rig.browserPid(), 'SIGKILL'),
  frozen: async (rig) => process.kill(await rig.browserPid(), 'SIGSTOP'),
  crashed: async (rig) => (await rig.rendererPids()).forEach((pid) => process.kill(pid, 'SIGKILL')),
  'in sync too early': async (rig) => {
    rig.whatsApp.behaviour.syncsEarly = true;
    process.kill(await rig.browserPid(), 'SIGKILL');
  },
  'in sync twice': async (rig) => {
    rig.whatsApp.behaviour.syncsTwice = true;
    process.kill(await rig.browserPid(), 'SIGKILL');
  },
  'cut off': async (rig) => rig.whatsApp.dropConnections(),
  'logged out': async (rig) => {
    rig.whatsApp.logOut();
    await rig.status('logged-out');
    rig.whatsApp.scan((await rig.status('linking')).qr ?? '');
  },
};

class Soak {
  written = [];
  rows = 0;
  unsent = 0;
  unhandled = [];
  /** Seconds until service, by fault. */
  times = Object.fromEntries(Object.keys(FAULTS).map((name) => [name, []]));

  constructor(rig, until) {
    this.rig = rig;
    this.until = until;
    const note = (error) => this.unhandled.push(error);
    process.on('unhandledRejection', note).on('uncaughtException', note);
  }

  /** Somebody writes and is answered. */
  async serve() {
    const id = this.rig.whatsApp.receive({ chatId: ANA, body: 'saldo' });
    this.written.push(id);
    await this.rig.message(id);
    this.rows += 1;
    const message = { id: `row-${this.rows}`, chatId: ANA, text: 'R$ 5,00' };
    for (;;) {
      const sent = await this.rig.channel.wasSent(message);
      const { state } = sent ? { state: 'sent' } : await this.rig.channel.send(message);
      if (state === 'sent') return;
      this.unsent += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async meet(name) {
    const { rig } = this;
    Object.assign(rig.whatsApp.behaviour, { syncsEarly: false, syncsTwice: false });
    rig.forgetStatuses();
    const began = performance.now();
    await FAULTS[name](rig);
    await this.until('the fault to be noticed', () =>
      rig.statuses.some(({ state }) => state === 'down' || state === 'logged-out'),
    );
    await rig.status('ready');
    await this.serve();
    this.times[name].push((performance.now() - began) / 1000);
    const servedUntil = performance.now() + BETWEEN_MS;
    while (performance.now() < servedUntil) {
      await this.serve();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  report(minutes, memory) {
    const received = this.rig.messages.map(({ id }) => id);
    const ids = this.rig.whatsApp.sent.map(({ id }) => id.slice(0, -2));
    const all = Object.values(this.times).flat();
    return [
      ...Object.entries(this.times).map(([name, times]) => [
        `a browser ${name}: back in service, s (median)`,
        times.length === 0 ? '' : median(times),
        `slowest ${Math.max(0, ...times).toFixed(1)} of ${times.length}; at most ${LIMIT_S}`,
      ]),
      [
        `faults in ${minutes} minutes`,
        all.length,
        `${all.filter((time) => time > LIMIT_S).length} over the limit`,
      ],
      [
        'unhandled rejections and exceptions',
        this.unhandled.length,
        String(this.unhandled[0] ?? 'at most 0'),
      ],
      [
        'messages lost',
        this.written.filter((id) => !received.includes(id)).length,
        `of ${this.written.length}`,
      ],
      [
        'messages handed over twice',
        received.length - new Set(received).size,
        'the product knows them by their id',
      ],
      [
        'answers sent twice',
        ids.length - new Set(ids).size,
        `of ${this.rows}; ${this.unsent} tries had to be repeated`,
      ],
      ['memory of one linked number, MB', memory, 'Chromium with all its processes, proportional shares'],
    ];
  }
}

export async function benchWhatsApp() {
  loadTypeScript();
  const { Rig, until } = require(join(ROOT, 'test/support/whatsapp-web-page/rig.ts'));
  const { DEFAULT_TIMINGS } = require(join(ROOT, 'src/bot/channels/whatsapp-web/timing.ts'));
  const minutes = Number(process.env.SOAK_MINUTES ?? 1);
  const rig = await Rig.linked({ ...DEFAULT_TIMINGS, weighEvery: 5_000 });
  try {
    rig.whatsApp.know({ pn: ANA });
    const soak = new Soak(rig, until);
    await soak.serve();
    const { memoryMb } = await until('its memory', () => rig.statuses.findLast((one) => one.memoryMb));
    const end = Date.now() + minutes * 60_000;
    for (let i = 0; Date.now() < end; i++) {
      await soak.meet(Object.keys(FAULTS)[i % Object.keys(FAULTS).length]);
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    return soak.report(minutes, memoryMb);
  } finally {
    await rig.close();
  }
}
