import type { Work } from '../../db';
import type { ChannelProblem, ChannelState, ChannelStatus } from '../channel';

export async function recordStatus(work: Work, status: ChannelStatus): Promise<void> {
  const { state, qr, code, detail, number, memoryMb, problem } = status;
  const row = {
    state,
    qr: qr ?? null,
    pairing_code: code ?? null,
    detail: detail ?? null,
    memory_mb: memoryMb ?? null,
    problem: problem ?? null,
    changed_at: new Date(work.now),
    // A number that is linked wants no code any more.
    ...(state === 'ready' ? { pairing_phone: null, number: number ?? null } : {}),
  };
  await work
    .trx('channel_states')
    .insert({ merchant_id: work.merchantId, ...row })
    .onConflict('merchant_id')
    .merge(row);
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
  pairing_code: string | null;
  detail: string | null;
  memory_mb: number | null;
  problem: ChannelProblem | null;
}

/** As the process that hosts the channel last said it; null before it ever did. */
export async function statusOf(work: Work): Promise<ChannelStatus | null> {
  const row = await work
    .trx<StatusRow>('channel_states')
    .first('state', 'qr', 'pairing_code', 'detail', 'memory_mb', 'problem');
  if (row === undefined) return null;
  return {
    state: row.state,
    ...(row.qr === null ? {} : { qr: row.qr }),
    ...(row.pairing_code === null ? {} : { code: row.pairing_code }),
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.problem === null ? {} : { problem: row.problem }),
    ...(row.memory_mb === null ? {} : { memoryMb: row.memory_mb }),
  };
}

/** The number at which the shop's chat is opened, in the digits of its E.164 form; null where none is known. */
export async function numberOf(work: Work): Promise<string | null> {
  const row = await work.trx<{ number: string | null }>('channel_states').first('number');
  return row?.number ?? null;
}

/** Somebody wants to link the number of this phone (E.164) by a code: whoever hosts it is woken to ask for one. */
export async function wantCode(work: Work, phone: string): Promise<void> {
  await work
    .trx('channel_states')
    .insert({
      merchant_id: work.merchantId,
      state: 'starting',
      pairing_phone: phone,
      changed_at: new Date(work.now),
    })
    .onConflict('merchant_id')
    .merge({ pairing_phone: phone, pairing_code: null });
  work.ring('outbound', String(work.merchantId));
}

/** The phone for which a code is wanted; null where none is. */
export async function codeWantedFor(work: Work): Promise<string | null> {
  const row = await work.trx<{ pairing_phone: string | null }>('channel_states').first('pairing_phone');
  return row?.pairing_phone ?? null;
}
