import type { Language } from '../../loyalty';
import type { Args, Command, CommandName, SentenceIntent } from '../command';
import { readCampaignChange } from './campaign/change';
import { readCampaign } from './campaign/sentence';
import { isNotAsked } from './guess/mood';
import { inWords, readAct, readChange, readNamed, readRule, readSimulation, type Sentence } from './rule';
import { settingsOf } from './settings';

/** A sentence about the program: a new rule, what is to be done with one, a trial of one, or settings. */
export interface ProgramSentence {
  intent: SentenceIntent;
  args: Args;
  /** Whether nothing is to be asked, or what is to be asked leaves no doubt of what it is about. */
  clear: boolean;
}

/** One that there is, by its number, is nothing to be made. */
const ONE_CAMPAIGN = {
  pt: / campanha (?:numero |n )?\d+ /,
  en: / campaign (?:number |no )?\d+ /,
  es: / campana (?:numero |n )?\d+ /,
};

/** Null where the sentence is about something else. */
export function readProgramSentence(sentence: Sentence): ProgramSentence | null {
  const act = readAct(sentence);
  if (act !== null) return { ...act, clear: true };
  const named = readNamed(sentence);
  if (named !== null) return { ...named, clear: true };
  const changed = readCampaignChange(sentence.copy());
  if (changed !== null) return { intent: 'edit-campaign', args: changed, clear: 'campaignChange' in changed };
  const campaign = readCampaign(sentence.copy());
  if (campaign !== null && 'campaign' in campaign) return { intent: 'campaign', args: campaign, clear: true };
  const isOfOne = sentence.has(ONE_CAMPAIGN[sentence.lang]);
  const change = readChange(sentence.copy());
  const unknown = change !== null && 'ask' in change && change.ask.reason === 'unknown-words';
  if (change !== null && !unknown) return { intent: 'edit-rule', args: change, clear: true };
  const simulation = readSimulation(sentence.copy());
  if (simulation !== null) return { intent: 'simulate', args: simulation, clear: true };
  const settings = settingsOf(sentence.copy());
  if (settings !== null && 'settings' in settings)
    return { intent: 'set-program', args: settings, clear: true };
  const rule = readRule(sentence.copy());
  if (rule !== null && 'rule' in rule) return { intent: 'add-rule', args: rule, clear: true };
  if (campaign !== null && !isOfOne) return { intent: 'campaign', args: campaign, clear: false };
  if (change !== null) return { intent: 'edit-rule', args: change, clear: false };
  if (settings !== null) return { intent: 'set-program', args: settings, clear: false };
  return rule === null ? null : { intent: 'add-rule', args: rule, clear: false };
}

/** Whether a sentence may yet be one of another language: it says nothing in this one, or its words are the trouble, not its meaning. */
export function mayBeForeign(read: ProgramSentence | null): boolean {
  if (read === null) return true;
  const reason = read.args.ask && inWords(read.args.ask).reason;
  return reason === 'unknown-words' || reason === 'number-left-over' || reason === 'no-benefit';
}

/** How far ahead a guess must be to be taken where the text may be a sentence of the program that is asked about. */
const OVER_SENTENCE = { near: 0.15, other: 0.4, ofCustomers: 0.7 };
/** Wishes whose words are those of such sentences. */
const NEAR_RULES = new Set<CommandName>([
  'pause-rule',
  'delete-rule',
  'add-reward',
  'campaign',
  'campaigns',
  'campaign-result',
  'stop-campaign',
  'voucher-mode',
]);

interface Guess {
  command: Pick<Command, 'name' | 'who'>;
  args: Args;
  /** How much likelier it is than the next. */
  ahead: number;
}

/** Whether a guess is rather meant than a sentence of which some words are not understood: sooner where it is near to it. */
export function isOver({ ahead, command, args }: Guess, { ask, campaignAsk, number }: Args): boolean {
  // Nothing of the program is of one person.
  if (args.phone !== undefined) return true;
  // All of it was understood, and of which campaign it is.
  if (campaignAsk !== undefined && campaignAsk.reason !== 'rule' && number !== undefined) return false;
  if (campaignAsk?.reason === 'rule' && command.name !== 'campaign') return true;
  const reason = ask === undefined ? 'unknown-words' : inWords(ask).reason;
  const isNear = NEAR_RULES.has(command.name) && reason === 'unknown-words';
  const ofOthers = command.who === 'customer' ? 'ofCustomers' : 'other';
  const needed = OVER_SENTENCE[isNear ? 'near' : ofOthers];
  return ahead >= needed && (reason === 'unknown-words' || reason === 'number-left-over');
}

/** `não tira a regra 2`, `nem pensar em mandar campanha`: what is asked about, and is not wished for. */
export const isDenied = (
  heard: (Pick<ProgramSentence, 'args'> & { intent: string }) | null,
  words: readonly string[],
  lang: Language,
): boolean =>
  (heard?.intent === 'edit-rule' ? heard.args.ask : heard?.args.campaignAsk) !== undefined &&
  isNotAsked(words.join(' '), lang);
