import {
  hasText,
  kindsByEmail,
  loadSendingRules,
  loadSwitches,
  loadTexts,
  MESSAGE_KINDS,
  MESSAGES,
  type TextKind,
} from '../../../../loyalty';
import type { Turn } from '../../../command';
import { clockOf, sampleOf } from '../../../messages';

/** What can be seen and reworded, in the order of its numbers. */
export const LISTED: readonly TextKind[] = MESSAGE_KINDS.filter(hasText);

/** All kinds with their states, offers apart; each with the number that names it. */
export async function listedMessages(turn: Turn): Promise<string[]> {
  const { texts, messaging: say } = turn.say;
  const switches = await loadSwitches(turn.work);
  const byEmail = await kindsByEmail(turn.work);
  const { fromMinute, toMinute, weeklyCeiling } = await loadSendingRules(turn.work);
  const line = (kind: TextKind): string => {
    const state = switches.get(kind);
    const name = texts.kind[kind];
    const notes = [
      ...(state === undefined ? [] : [say.state[state]]),
      ...(byEmail.has(kind) ? [say.byEmail.note] : []),
    ];
    return say.line(LISTED.indexOf(kind) + 1, name, notes.length === 0 ? null : notes.join(', '));
  };
  const of = (wanted: 'transactional' | 'marketing'): string[] =>
    LISTED.filter((kind) => MESSAGES[kind].class === wanted).map(line);
  return [
    ...of('transactional'),
    say.offers(clockOf(fromMinute), clockOf(toMinute), weeklyCeiling),
    ...of('marketing'),
  ];
}

/** A message as it goes out to a customer; with these words of the shop's instead of those in force. */
export async function previewOf(turn: Turn, kind: TextKind, body?: string): Promise<string> {
  const { work, shop, lang, now, say } = turn;
  const texts = { ...(await loadTexts(work))[lang] };
  if (body !== undefined) texts[kind] = body;
  const reader = {
    shop: shop.name,
    lang,
    zone: shop.zone,
    now,
    name: 'Ana',
    words: say.messaging.sampleWords,
  };
  return sampleOf(kind, reader, texts);
}
