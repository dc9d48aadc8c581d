import type { Gauge, Registry } from 'prom-client';
import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { PRIORITY } from '../../loyalty';
import { gaugeIn } from './gauge';

const DAY_MS = 86_400_000;

/** The oldest that waits is due since then; null where nothing is due. */
interface Waiting {
  waiting: number;
  oldest: number | null;
}

/** What the figures are made of: one statement each. */
interface Looked {
  inbox: Waiting[];
  turns: Waiting[];
  outbox: (Waiting & { priority: number; state: string })[];
  failures: { priority: number; failed: number }[];
  kept: { reason: string; waiting: number }[];
  channels: { channel: string; state: string; shops: number }[];
  pulls: { connections: number; failing: number; oldest: number | null }[];
}

/**
 * What waits over all shops, looked up when it is asked for, under the role that sees only the columns it takes. Every
 * process tells the same, so that it is to be taken once (`max`) and never summed.
 */
export class OperatingFigures {
  private readonly gauges: ReturnType<typeof gaugesIn>;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    registry: Registry,
  ) {
    this.gauges = gaugesIn(registry);
  }

  /** Rejects where the database does not answer; until it did, no figure of before is told. */
  refresh(): Promise<void> {
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async look(): Promise<void> {
    for (const gauge of Object.values(this.gauges)) gauge.reset();
    const { db } = this;
    const now = this.clock.now();
    const moment = new Date(now);
    this.show(now, {
      inbox: await db.call('SELECT * FROM figures_of_inbox(?)', [moment]),
      turns: await db.call('SELECT * FROM figures_of_turns(?)', [moment]),
      outbox: await db.call('SELECT * FROM figures_of_outbox(?)', [moment]),
      failures: await db.call('SELECT * FROM figures_of_failures(?)', [new Date(now - DAY_MS)]),
      kept: await db.call('SELECT * FROM figures_of_kept_events()'),
      channels: await db.call('SELECT * FROM figures_of_channels()'),
      pulls: await db.call('SELECT * FROM figures_of_pulls(?)', [moment]),
    });
  }

  private show(now: number, { inbox, turns, outbox, failures, kept, channels, pulls }: Looked): void {
    const { gauges } = this;
    const age = (since: number | null | undefined): number => Math.max(0, now - (since ?? now)) / 1000;
    gauges.inbox.set(inbox[0]?.waiting ?? 0);
    gauges.inboxAge.set(age(inbox[0]?.oldest));
    gauges.turns.set(turns[0]?.waiting ?? 0);
    gauges.turnsAge.set(age(turns[0]?.oldest));
    for (const [name, level] of Object.entries(PRIORITY)) {
      for (const state of ['queued', 'sending', 'unknown']) {
        const row = outbox.find((one) => one.priority === level && one.state === state);
        gauges.outbox.set({ class: name, state }, row?.waiting ?? 0);
        if (state === 'queued') gauges.outboxAge.set({ class: name }, age(row?.oldest));
      }
      gauges.failed.set({ class: name }, failures.find(({ priority }) => priority === level)?.failed ?? 0);
    }
    for (const { reason, waiting } of kept) gauges.kept.set({ reason }, waiting);
    for (const { channel, state, shops } of channels) gauges.channels.set({ channel, state }, shops);
    const { connections = 0, failing = 0, oldest } = pulls[0] ?? {};
    gauges.connections.set({ state: 'failing' }, failing);
    gauges.connections.set({ state: 'well' }, connections - failing);
    gauges.pullAge.set(age(oldest));
  }
}

function gaugesIn(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    gaugeIn(registry, name, help, { labelNames });
  return {
    inbox: gauge('inbox_due', 'Events that are due to be judged'),
    inboxAge: gauge('inbox_oldest_due_seconds', 'For how long the oldest event is due to be judged'),
    turns: gauge('turns_due', 'Chats whose messages are due to be answered'),
    turnsAge: gauge('turns_oldest_due_seconds', 'For how long the oldest message is due to be answered'),
    outbox: gauge('outbox_rows', 'Messages that wait, by class and state', ['class', 'state']),
    outboxAge: gauge('outbox_oldest_due_seconds', 'For how long the oldest queued message is due', ['class']),
    failed: gauge('outbox_failed_last_day', 'Messages that failed for good within a day', ['class']),
    kept: gauge('kept_events', 'Events that wait for a person', ['reason']),
    channels: gauge('channels', 'Shops, by their channel and how it is', ['channel', 'state']),
    connections: gauge('connections', 'Connections to SmartPOS, by how pulling goes', ['state']),
    pullAge: gauge('pull_oldest_due_seconds', 'For how long the most delayed pull is due'),
  };
}
