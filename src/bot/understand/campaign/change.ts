import type { CampaignChange, CampaignWish } from '../../../loyalty';
import type { CampaignQuestion } from '../../command';
import { changeVerb } from '../rule/change';
import { inWords, questionOf, readDraft } from '../rule/parse';
import { readRemovals } from '../rule/removals';
import { ways, type Sentence } from '../rule/sentence';
import { lastDayIn, longerBy } from './period';
import { fromConditions, offerOf, saysMore, takeOffer, takeOwnAudience, useMinOf } from './sentence';

/** The campaign's number, and what may stand around it. */
const header = ways({
  pt: '(?:(?:na|a|da|em|de|para a|essa) )*campanha(?: (?:numero|n|#))? (\\d{1,3})(?! (?:%|reais|pontos?|dias?) )(?: (?:para|agora|fica|ficar|passa a ser|passa a|vai|com|ter|tem|,|=))*',
  en: '(?:(?:in|on|for|the|of) )*campaign(?: (?:number|no|#))? (\\d{1,3})(?! (?:%|reais|points?|days?) )(?: (?:to|now|is|be|with|have|has|,|=))*',
  es: '(?:(?:en|la|de|a la|a) )*campana(?: (?:numero|n|#))? (\\d{1,3})(?! (?:%|reales|puntos?|dias?) )(?: (?:para|ahora|queda|pasa a|con|tenga|tiene|,|=))*',
});
const ENDS = {
  pt: / (?:encerr|termin|acab|finaliz|fech|par)(?:a|ar|e|em) /,
  en: / (?:end|stop|finish|close) /,
  es: / (?:termin|acab|finaliz|cierr|cerr|par)(?:a|ar|e|en) /,
};
const CUE = / (?:campanha|campaign|campana) /;
const control = ways({
  pt: '(?:sem |com |o |um |mudar |tirar )*(?:grupo de controle|grupo controle|controle|sorteio)',
  en: '(?:without |with |the |a |no )*(?:control group|control|holdout)',
  es: '(?:sin |con |el |un )*(?:grupo de control|grupo control|control|sorteo)',
});
const ownText = ways({
  pt: '(?:(?:o|a|com|novo|nova) )*(?:texto|mensagem) ,',
  en: '(?:(?:the|with|new) )*(?:text|message) ,',
  es: '(?:(?:el|con|nuevo) )*(?:texto|mensaje) ,',
});
const usualText = ways({
  pt: '(?:(?:o|com|usar|usa|volta|voltar|ao|para) )*(?:texto|mensagem) (?:padrao|normal|de voces|nosso|original)',
  en: '(?:(?:the|with|use|back|to) )*(?:usual|standard|default|original) (?:text|message)',
  es: '(?:(?:el|con|usar|usa|volver|al|a) )*(?:texto|mensaje) (?:normal|original|de ustedes)',
});

export type CampaignChangeRead = { number: number } & (
  { campaignChange: CampaignChange } | { campaignAsk: CampaignQuestion }
);

/** What a sentence changes of the campaign whose number it says: `na campanha 2, até sexta`. Null where it does not. */
export function readCampaignChange(sentence: Sentence): CampaignChangeRead | null {
  if (!sentence.has(CUE)) return null;
  let number = 0;
  if (!sentence.take(header, ({ groups: [said] }) => void (number = Number(said)))) return null;
  const wants = sentence.take(changeVerb);
  const isQuestion = sentence.original.includes('?');
  if (sentence.take(control))
    return isQuestion && !wants ? null : { number, campaignAsk: { reason: 'control' } };
  const ends = sentence.has(ENDS[sentence.lang]);
  const change: CampaignChange = { ...wordsIn(sentence), ...longerBy(sentence), ...lastDayIn(sentence) };
  const read = restIn(sentence, change);
  if ('campaignAsk' in read) {
    const isSure = wants || read.campaignAsk.reason !== 'rule' || Object.keys(change).length > 0;
    return isSure ? { number, ...read } : null;
  }
  const [said, more] = Object.entries(read.campaignChange);
  // `encerra a campanha 2 hoje` stops it.
  if (ends && more === undefined && said?.[0] === 'last_day' && said[1] === sentence.today) return null;
  if (said !== undefined) return { number, ...read };
  return wants ? { number, campaignAsk: { reason: 'no-change' } } : null;
}

/** All that follows `texto:`, with its own signs. */
function wordsIn(sentence: Sentence): Pick<CampaignChange, 'words'> {
  if (sentence.take(usualText)) return { words: null };
  const said = /(?:texto|text|mensagem|mensaje|message)\s*:\s*(.+)$/isu.exec(sentence.original)?.[1]?.trim();
  if (said === undefined) return {};
  const isTaken = sentence.take(ownText, ({ end }) => sentence.drop(end, sentence.from(0).length));
  return isTaken ? { words: said } : {};
}

/** Whom it is for, what they get, its terms: as a campaign's own sentence says them. */
function restIn(
  sentence: Sentence,
  change: CampaignChange,
): { campaignChange: CampaignChange } | { campaignAsk: CampaignQuestion } {
  const audience: CampaignWish['audience'] = {};
  takeOwnAudience(sentence, audience);
  const removed = readRemovals(sentence);
  const given = takeOffer(sentence);
  const { draft, left } = readDraft(sentence);
  const question = sentence.question ?? questionOf(left);
  if (question !== null) return { campaignAsk: { reason: 'rule', question: inWords(question) } };
  const { dates, ...conditions } = draft.conditions;
  const said = { ...draft, conditions };
  const keptOut = Object.entries(removed).some(([group, of]) => group !== 'limits' && hasSome(of));
  if (saysMore(said) || keptOut) return { campaignAsk: { reason: 'not-of-campaigns' } };
  fromConditions(said, audience);
  const offer = given ?? offerOf(said);
  if (offer === null && draft.benefit !== null) return { campaignAsk: { reason: 'offer' } };
  const useMin = useMinOf(said);
  const budget = draft.limits.budget_cents ?? removed.limits?.budget_cents;
  return {
    campaignChange: {
      ...change,
      ...(Object.keys(audience).length === 0 ? {} : { audience }),
      ...(offer === null ? {} : { offer }),
      ...(dates === undefined ? {} : { last_day: dates[1] }),
      ...(draft.validity.valid_days === undefined ? {} : { valid_days: draft.validity.valid_days }),
      ...(useMin === undefined ? {} : { use_min_cents: useMin }),
      ...(budget === undefined ? {} : { budget_cents: budget }),
    },
  };
}

const hasSome = (of: unknown): boolean => typeof of === 'object' && Object.keys(of ?? {}).length > 0;
