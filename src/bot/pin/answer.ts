import type { Turn } from '../command';
import { byName, isInTime, maySay, settled, type Frame, type Outcome } from '../conversation/flow';
import { PIN_STEP, waiting } from '.';

const held = (flow: readonly Frame[], request: string, now: number): Frame | undefined =>
  flow.find(
    (frame) =>
      frame.step === PIN_STEP && isInTime(frame, { now }) && waiting.parse(frame.data).request === request,
  );

/** The question that a request which waits for its PIN was put by; null where none of that name waits. */
export function aboutWaiting(flow: readonly Frame[], request: string, now: number): string | null {
  const frame = held(flow, request, now);
  return frame === undefined ? null : waiting.parse(frame.data).about;
}

/** Runs what waits for a PIN that was entered; null where nothing of that name waits any more. */
export async function afterPin(turn: Turn, flow: readonly Frame[], request: string): Promise<Outcome | null> {
  const frame = held(flow, request, turn.now);
  const command = frame === undefined ? undefined : byName.get(frame.command);
  if (frame === undefined || command === undefined || !maySay(turn, command)) return null;
  const { step, text, data } = waiting.parse(frame.data);
  const reply =
    step === null ? await command.handle(turn, data) : await command.steps?.[step]?.(turn, text, data);
  const rest = flow.filter((one) => one !== frame);
  return reply === undefined || reply === null ? null : settled(turn, frame.command, reply, rest);
}
