import type { Work } from '../db';
import type { ChannelProblem, ChannelState, ChannelStatus } from './channel';

export async function recordStatus(
  work: Work,
  { state, qr, detail, memoryMb, problem }: ChannelStatus,
): Promise<void> {
  await work
    .trx('channel_states')
    .insert({
      merchant_id: work.merchantId,
      state,
      qr: qr ?? null,
      detail: detail ?? null,
      memory_mb: memoryMb ?? null,
      problem: problem ?? null,
      changed_at: new Date(work.now),
    })
    .onConflict('merchant_id')
    .merge(['state', 'qr', 'detail', 'memory_mb', 'problem', 'changed_at']);
  // A number that writes for the first time warms up from then on.
  if (state === 'ready')
    await work
      .trx('channel_states')
      .whereNull('first_ready_at')
      .update({ first_ready_at: new Date(work.now) });
}

interface StatusRow {
  state: ChannelState;
  qr: string | null;
  detail: string | null;
  memory_mb: number | null;
  problem: ChannelProblem | null;
}

/** As the process that hosts the channel last said it; null before it ever did. */
export async function statusOf(work: Work): Promise<ChannelStatus | null> {
  const row = await work
    .trx<StatusRow>('channel_states')
    .first('state', 'qr', 'detail', 'memory_mb', 'problem');
  if (row === undefined) return null;
  return {
    state: row.state,
    ...(row.qr === null ? {} : { qr: row.qr }),
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.problem === null ? {} : { problem: row.problem }),
    ...(row.memory_mb === null ? {} : { memoryMb: row.memory_mb }),
  };
}
