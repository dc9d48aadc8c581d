import type { Language } from '../../loyalty';
import type { Args, SentenceIntent } from '../command';
import { mayBeRule, parseChange, parseRule, parseSimulation } from './rule';
import { readSettings } from './settings';

/** A sentence about the program: a new rule, a change of one, a trial of one, or settings. */
export interface ProgramSentence {
  intent: SentenceIntent;
  args: Args;
  /** Whether nothing is to be asked, or what is to be asked leaves no doubt of what it is about. */
  clear: boolean;
}

/** Null where the text is about something else. */
export function readProgramSentence(text: string, lang: Language, today: string): ProgramSentence | null {
  const change = parseChange(text, lang, today);
  if (change !== null) return { intent: 'edit-rule', args: change, clear: true };
  const simulation = parseSimulation(text, lang, today);
  if (simulation !== null) return { intent: 'simulate', args: simulation, clear: true };
  const settings = readSettings(text, { lang, today });
  if (settings !== null && 'settings' in settings)
    return { intent: 'set-program', args: settings, clear: true };
  const rule = parseRule(text, lang, today);
  if (rule !== null && 'rule' in rule) return { intent: 'add-rule', args: rule, clear: true };
  if (settings !== null) return { intent: 'set-program', args: settings, clear: false };
  return rule === null ? null : { intent: 'add-rule', args: rule, clear: false };
}

/** Whether a sentence that is asked about may yet be one of another language: its words, not its meaning, are the trouble. */
export function mayBeForeign(text: string, lang: Language, sentence: ProgramSentence | null): boolean {
  if (sentence === null) return !mayBeRule(text, lang);
  const reason = sentence.args.ask?.reason;
  return reason === 'unknown-words' || reason === 'number-left-over' || reason === 'no-benefit';
}
