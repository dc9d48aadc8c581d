import { give, type Draft, type Facet } from '../../facet';
import { isHarmless } from '../../harmless';
import { nameAt } from '../../names';
import { TAKEN, ways, type Sentence } from '../../sentence';
import { VOUCHER } from './vouchers';

/** What leads to the thing that is given, its article included. */
const lead = ways({
  pt: `(?:ganh|lev|receb)\\w+(?: (?:um|1))? (?:vale|voucher|cupom) / ${VOUCHER.pt}(?: (?:para|de|por|que vale|valendo))+(?: (?:um|uma|1))? /
    (?:(?:e|voce|o|cliente) )*(?:ganha|ganham|ganhe|ganhar|ganhando|leva|levam|leve|levar|recebe|recebem|receba|damos|dou|da(?! uma? (?:pausad|parad|olhad|segurad|conferid|tempo|jeit))|dar|sai(?= (?:com|um|uma|1) )|vem(?= (?:um|uma|1) )|rola(?= (?:um|uma) ))(?: com)?(?: de (?:brinde|presente|graca))?(?: (?:um|uma|1|o|a))? /
    (?:(?:de|um|o|e) )*(?:brinde|presente|premio)(?: (?:=|,))?(?: (?:e|um|uma|1|de|o|a))* / um / uma / 1`,
  en: `${VOUCHER.en}(?: (?:for|of|to get))+(?: (?:a|an|one|1))?(?: free)? /
    (?:(?:and|you|the|customers?|they) )*(?:gets?(?! (?:started|going|ready|rid|back|off) )|wins?|earns?|receives?|gives?|giving|(?:takes?|goes|go|walks?|comes?)(?: (?:home|away|out|off))?(?: with)?(?= (?:a|an|one|1) )|there(?: s| is)?(?= (?:a|an|one|1) ))(?: (?:a|an|one|1))?(?: free)? /
    (?:(?:a|as|the|and) )*(?:gift|prize)(?: (?:,|of|is|a|an|one|free))* / (?:a|an|one|1)(?: free)? / free`,
  es: `(?:gan|llev|recib)\\w+(?: (?:un|1))? (?:vale|voucher|cupon) / ${VOUCHER.es}(?: (?:para|de|por|del))+(?: (?:un|una|1))? /
    (?:(?:y|se|el|cliente) )*(?:gana|ganan|gane|ganar|lleva|llevan|lleve|recibe|reciben|reciba|damos|doy|da|dar|regalar|regala|regalamos|sale(?= (?:con|un|una|1) )|se va(?= con )|hay(?= (?:un|una|1) ))(?: con)?(?: de regalo)?(?: (?:un|una|1|el|la))? /
    (?:(?:de|un|el|y) )*(?:regalo|premio)(?: (?:=|,))?(?: (?:es|un|una|1|de|el|la))* / un / una / 1`,
});
const free = ways({
  pt: '(?:inteiramente )?(?:gratis|gratuit[oa]|de graca|de brinde|de presente|por (?:conta da casa|nossa conta))',
  en: '(?:for free|free|on us|on the house|as a gift)',
  es: '(?:gratis|gratuit[oa]|de regalo|por cuenta de la casa|por nuestra cuenta|por la casa)',
});

const asVoucher = ways({ pt: VOUCHER.pt, en: VOUCHER.en, es: VOUCHER.es });

/** `sobremesa grátis`: what stands before it, as far as nobody has taken it. */
function takeBefore(sentence: Sentence, draft: Draft, end: number): boolean {
  const words = sentence.from(0).slice(0, end);
  let start = 1 + words.findLastIndex(({ text }) => text === TAKEN || text === ',');
  while (start < end && isHarmless(words[start]?.text ?? '', sentence.lang)) start += 1;
  const thing = nameAt(sentence, start, 'prize');
  if (thing?.end !== end) return false;
  give(sentence, draft, { kind: 'voucher-item', name: thing.name });
  sentence.drop(start, end);
  return true;
}

/** `ganha um café grátis`: a thing named without quotes, when all that others understand is gone. */
export const prizes: Facet = {
  cue: / /,
  read(sentence, draft) {
    if (draft.benefit !== null) return;
    const isNamed = sentence.take(lead, ({ end }) => {
      const thing = nameAt(sentence, end, 'prize');
      if (thing === null) return false;
      give(sentence, draft, { kind: 'voucher-item', name: thing.name });
      sentence.drop(end, thing.end);
      return true;
    });
    if (isNamed) {
      sentence.take(asVoucher);
      sentence.take(free);
    } else sentence.take(free, ({ start }) => takeBefore(sentence, draft, start));
  },
  // In quotes: vouchers.ts.
  print: () => null,
};
