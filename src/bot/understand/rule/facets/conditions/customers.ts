import type { Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printList, printWhole } from '../../figures';
import { nameAt, namesAt, wordSet } from '../../names';
import { daysOf, SPAN } from '../../spans';
import { ways } from '../../sentence';
import { quote } from '../../tokens';

const WHO = {
  pt: '(?:(?:so|somente|apenas|para|pelo|ao|aos|o|os|a|as|de|do|da|dos|das|quem|e|for|esta|estiver|tem|tiver|com|no|na|nos|que|sao|pessoal|todo|todos|cada|meus|nossos|cliente|clientes) )*',
  en: '(?:(?:only|if|someone|somebody|everyone|everybody|for|to|we|with|in|of|the|our|my|all|every|each|anyone|those|people|folks|guys|who|that|whoever|is|are|has|have|having|on|at|customers?) )*',
  es: '(?:(?:solo|solamente|para|a|al|el|los|la|las|de|del|quien|quienes|que|es|son|este|esten|tiene|tienen|tenga|con|en|todo|todos|cada|mis|nuestros|clientes?) )*',
};
const LEVEL = {
  pt: '(?:nivel|niveis|tier|faixa|categoria de clientes?|clientes? (?:da )?categoria)',
  en: '(?:tier|level|loyalty level)',
  es: '(?:nivel|niveles|tier|categoria de clientes?|clientes? (?:de )?categoria)',
};
/** The names that levels have everywhere, with which no noun is needed. */
const USUAL = {
  pt: '(ouro|prata|bronze|diamante|platina|gold|silver|platinum|black)',
  en: '(gold|silver|bronze|diamond|platinum|black)',
  es: '(oro|plata|bronce|diamante|platino|gold|black)',
};
const CUSTOMERS = { pt: 'clientes?', en: 'customers?|members?', es: 'clientes?|socios?' };

const usualTier = ways({
  pt: `${WHO.pt}(?:(?:${LEVEL.pt}|${CUSTOMERS.pt}|quem (?:e|for)) )+(?:(?:do|no|de|e|nivel) )*${USUAL.pt} / (?:para|pros) (?:os |as )?${USUAL.pt} / (?:os |as |todo |quem (?:e|for|sao|esta no|ta no) (?:do |da |nivel )*)${USUAL.pt}(?= (?:[·,]|ganha|ganham|ganhe|leva|levam|recebe|recebem|tem|junta|juntam|pontua|\\d|o dobro|dobro))`,
  en: `${WHO.en}(?:${LEVEL.en} )(?:of )?${USUAL.en}(?: (?:${CUSTOMERS.en}))? / ${WHO.en}${USUAL.en}(?: ${LEVEL.en})?(?: (?:${CUSTOMERS.en}|folks|people))(?: only)? / (?:the |our )?${USUAL.en}s?(?= (?:gets?|earns?|have|has|receives?|wins?|\\d))  / ${WHO.en}${USUAL.en} ${LEVEL.en}`,
  es: `${WHO.es}(?:(?:${LEVEL.es}|${CUSTOMERS.es}|quien (?:es|sea)) )+(?:(?:del|de|nivel) )*${USUAL.es} / para (?:los |las )?${USUAL.es} / (?:los |las |quien (?:es|sea) (?:del |nivel )*|quienes (?:son|sean) )${USUAL.es}(?= (?:[·,]|gana|ganan|gane|lleva|llevan|recibe|reciben|tienen|tiene|suma|suman|\\d|el doble|doble))`,
});
const tierNoun = ways({
  pt: `${WHO.pt}${LEVEL.pt}(?: (?:de|do|da|chamado))*`,
  en: `${WHO.en}(?:${LEVEL.en})(?: (?:of|called))*`,
  es: `${WHO.es}${LEVEL.es}(?: (?:de|del|llamado))*`,
});

/** `clientes ouro`, `para o nível "ouro"`: in lower case where it has no quotes. */
export const tier: Facet = {
  cue: / (?:nivel|nive|tier|leve|faixa|categ|loyal|ouro|prata|bron|diam|plat|gold|silv|black|oro|plata)/,
  read(sentence, { conditions }) {
    const isUsual = sentence.take(usualTier, ({ groups }) => {
      conditions.tier = groups.at(-1);
    });
    if (isUsual) return;
    sentence.take(tierNoun, ({ end }) => {
      const [token] = sentence.from(end);
      const found = token?.text === '"' ? namesAt(sentence, end, NOTHING) : nameAt(sentence, end, 'any');
      if (found === null || ('names' in found && found.names.length > 1)) return false;
      conditions.tier = 'names' in found ? found.names[0] : found.name.toLowerCase();
      sentence.drop(end, found.end);
      return true;
    });
  },
  print: ({ conditions }, lang) =>
    conditions?.tier === undefined
      ? null
      : `${{ pt: 'para o nível', en: 'for tier', es: 'para el nivel' }[lang]} ${quote(conditions.tier)}`,
};

const NOTHING = wordSet('');

const labelNoun = ways({
  pt: `${WHO.pt}(?:(?:etiquetad[oa]s?|marcad[oa]s?) (?:como|com)|(?:as? )?(?:etiquetas?|tags?|rotulos?|marcadores|marcador|marcacao))(?: (?:de|chamada))*`,
  en: `${WHO.en}(?:(?:labell?ed|tagged|marked)(?: (?:as|with))?|(?:a |the )?(?:labels?|tags?))(?: (?:of|called))*`,
  es: `${WHO.es}(?:(?:etiquetad[oa]s?|marcad[oa]s?) (?:como|con)|(?:la |las )?(?:etiquetas?|tags?))(?: (?:de|llamada))*`,
});
const LABEL_AGAIN: Record<Language, ReadonlySet<string>> = {
  pt: wordSet('a o com etiqueta tag'),
  en: wordSet('the with label tag'),
  es: wordSet('la con etiqueta tag'),
};

/** `para clientes com a etiqueta "vip"`. */
export const labels: Facet = {
  cue: / (?:etiq|tag|rotul|marca|marke|labe)/,
  read(sentence, { conditions }) {
    sentence.take(labelNoun, ({ end }) => {
      const found = namesAt(sentence, end, LABEL_AGAIN[sentence.lang], { kind: 'any' });
      if (found === null) return false;
      conditions.labels = [...(conditions.labels ?? []), ...found.names];
      sentence.drop(end, found.end);
      return true;
    });
  },
  print({ conditions }, lang) {
    if (conditions?.labels === undefined) return null;
    const [before, or] = {
      pt: ['para clientes com a etiqueta', 'ou'],
      en: ['for customers with the label', 'or'],
      es: ['para clientes con la etiqueta', 'o'],
    }[lang] as [string, string];
    return `${before} ${printList(conditions.labels.map(quote), or)}`;
  },
};

const MORE = { pt: '(?:(mais de) )?', en: '(?:(over|more than) )?', es: '(?:(mas de) )?' };
const inactive = ways({
  pt: `${WHO.pt}(?:(?:ja )?nao (?:compra|da as caras|deu as caras|pisa|pisou|frequenta|passa aqui|compram|comprou|compraram|vem|veio|vieram|aparece|aparecem|apareceu|volta|voltou|vier|vierem|comprar|comprarem|aparecer|aparecerem|visita)(?: (?:nada|aqui|mais|na loja))*|(?:sumid[oa]s?|inativ[oa]s?|parad[oa]s?|ausentes?|sumiu|sumiram)|sem (?:comprar|compras|aparecer|vir|voltar|visitar)(?: (?:nada|aqui|na loja))*) (?:(?:ha|faz|a|tem|por|fazem|pelo menos|desde ha) )*${MORE.pt}${SPAN.pt}(?: (?:ou mais))? /
    ${WHO.pt}(?:ha|faz|fica|ficou|ficar|fiquem|passa|passou|passar|esta|estao|estiver|tem) ${MORE.pt}${SPAN.pt}(?: ou mais)? (?:que nao compra|sem (?:comprar|compras|aparecer|vir|voltar)|sumid[oa])(?: (?:nada|aqui|na loja))* / (?:(?:para|se|so) )*(?:quem|cliente que|o cliente) (?:voltar|volta|voltarem|retornar|reaparecer) (?:depois de|apos|com) ${MORE.pt}${SPAN.pt}(?: (?:sem (?:comprar|aparecer|vir)|longe|sumid[oa]))?`,
  en: `${WHO.en}(?:(?:has |have |had |did |do |does )?not (?:been seen|seen us|seen|been in|been to us|bought from us|been around|stopped by|shopped here|been back|back|returned|made a purchase|visited us|bought|buy|buying|purchased|come|come in|come back|shown up|been|been here|visited|shopped)(?: (?:anything|here|in))*|(?:inactive|away|absent|gone|missing)|without (?:buying|a purchase|purchases|shopping|a visit)) (?:(?:for|in|since|at least|the last) )*${MORE.en}${SPAN.en}(?: or more)? / ${WHO.en}(?:go|goes|went|spend|spent|been) ${MORE.en}${SPAN.en}(?: or more)? without (?:buying|a purchase|purchases|shopping|a visit|coming)(?: here)? / ${WHO.en}(?:comes?|coming|returns?|returning|shows? up|buys?) (?:back |again )?after ${MORE.en}${SPAN.en}(?: (?:away|gone|without buying|off))?`,
  es: `${WHO.es}(?:(?:ya )?no (?:compra|compran|pasa|pasan|paso|pisa|se ve|se deja ver|se asoma|compro|compraron|ha comprado|han comprado|viene|vienen|vino|vinieron|aparece|aparecen|aparecio|vuelve|vuelven|visita|visitan)(?: (?:nada|aqui|mas))*|(?:inactiv[oa]s?|perdid[oa]s?|ausentes?|desaparecid[oa]s?|se fue|se fueron)|sin (?:comprar|compras|venir|aparecer|volver)(?: (?:nada|aqui))*) (?:(?:hace|desde hace|desde|por|al menos|en) )*${MORE.es}${SPAN.es}(?: o mas)? /
    ${WHO.es}(?:lleva|llevan|lleve|esta|estan|hace|pase|pasa|pasan|paso|pasaron|estuvo) ${MORE.es}${SPAN.es}(?: o mas)? (?:que no compran?|sin (?:comprar|compras|venir|aparecer|volver))(?: (?:nada|aqui))* / (?:(?:para|si|a|al|los|el|un|solo) )*(?:quien|quienes|que|alguien|cliente|cliente que) (?:vuelva|vuelve|vuelven|vuelvan|regrese|regresan|regresen) (?:despues de|tras|a los) ${MORE.es}${SPAN.es}(?: (?:sin (?:comprar|venir|aparecer)))?`,
});
/** Said besides: who was away comes back whenever they come. */
const comingBack = ways({
  pt: '(?:quando|se|assim que|na hora que) (?:ele |ela |eles |o cliente )?(?:voltar|voltarem|vier|vierem|aparecer|aparecerem)(?: aqui)?',
  en: '(?:when|if|once|as soon as) (?:they|he|she|the customer) (?:comes?|shows? up|returns?)(?: (?:back|in|again))?',
  es: '(?:cuando|si|apenas) (?:el cliente )?(?:vuelva|vuelvan|venga|vengan|regrese|regresen)(?: aqui)?',
});
const EXCLUDED = /^(?:mais de|over|more than|mas de)$/;

/** `para quem não compra há 45 dias`: at least so many. */
export const inactivity: Facet = {
  cue: / (?:nao|not|no|sem|sin|without|sumi|inat|inact|para|ause|away|abse|gone|miss|perd|desa|volt|retorn|reapar|com|return|show|vuel|regres|fue) ?/,
  read(sentence, { conditions }) {
    const isTaken = sentence.take(inactive, ({ groups }) => {
      const more = groups.length > 2 && EXCLUDED.test(groups[0] ?? '');
      conditions.inactive_days = daysOf(groups.slice(-2)) + (more ? 1 : 0);
    });
    if (isTaken) sentence.take(comingBack);
  },
  print({ conditions }, lang) {
    const days = conditions?.inactive_days;
    if (days === undefined) return null;
    const s = days === 1 ? '' : 's';
    return {
      pt: `para quem não compra há ${printWhole(days)} dia${s}`,
      en: `for customers who have not bought for ${printWhole(days)} day${s}`,
      es: `para quien no compra hace ${printWhole(days)} día${s}`,
    }[lang];
  },
};
