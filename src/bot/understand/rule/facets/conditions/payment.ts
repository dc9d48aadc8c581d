import type { Language, PaymentMethod } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printList } from '../../figures';
import { ways } from '../../sentence';

/** A method's names; the card alone is credit and debit. */
const NAMES: Record<Language, readonly (readonly [name: string, methods: readonly PaymentMethod[]])[]> = {
  pt: [
    ['pix', ['pix']],
    ['(?:cartao de |cartoes de )?credito', ['credit']],
    ['(?:cartao de |cartoes de )?debito', ['debit']],
    ['dinheiro(?: vivo)?|especie|cash', ['cash']],
    ['cartao|cartoes', ['credit', 'debit']],
  ],
  en: [
    ['pix', ['pix']],
    ['credit(?: cards?)?', ['credit']],
    ['debit(?: cards?)?', ['debit']],
    ['cash', ['cash']],
    ['cards?', ['credit', 'debit']],
  ],
  es: [
    ['pix', ['pix']],
    ['(?:tarjetas? de )?credito', ['credit']],
    ['(?:tarjetas? de )?debito', ['debit']],
    ['efectivo|contado', ['cash']],
    ['tarjetas?', ['credit', 'debit']],
  ],
};

const AROUND = {
  pt: {
    by: '(?:(?:que|vale|valendo|valido|valida|feito|feitas|so|somente|apenas|quem|quando|se|o|cliente|para) )*(?:(?:paga|pagar|pagando|pagas|pagos|pago|pagarem|pagou|pagamentos?|compras?|forma de pagamento) )*(?:(?:no|na|nos|nas|com|em|via|por|pelo|de|o|a) )*',
    and: '(?:, e|,|e|ou)',
  },
  en: {
    by: '(?:(?:valid|just|applies|applicable|only|when|if|for|those|who|they|you|customers?) )*(?:(?:paid|pays?|paying|payments?|purchases?) )*(?:(?:by|with|in|on|via|using|the|a) )*',
    and: '(?:, and|, or|,|and|or)',
  },
  es: {
    by: '(?:(?:que|vale|valga|valido|valida|solo|quien|quienes|cuando|si|el|cliente|para) )*(?:(?:paga|pagar|pagando|pagadas?|pagados?|pagos?|compras?) )*(?:(?:con|en|via|por|el|la|de|al) )*',
    and: '(?:, y|, o|,|y|o|e)',
  },
};

/** A brand makes the card more than a card: `cartão Visa`. */
const NOT_BRAND =
  '(?! (?:(?:da|de|de la|bandeira|marca|brand) )*(?:visa|mastercard|master|elo|amex|american|hipercard)s? )';

const list = (lang: Language): string => {
  const { by, and } = AROUND[lang];
  const name = `(?:${NAMES[lang].map(([text]) => text).join('|')})${NOT_BRAND}`;
  const tail =
    lang === 'en' ? '(?: (?:payments?|purchases?|sales?|only))?' : '(?: (?:apenas|somente|solamente))?';
  return `${by}${name}(?: ${and} ${by}${name})*${tail}`;
};

const methods = ways({ pt: list('pt'), en: list('en'), es: list('es') });

/** `no pix`, `pagando no crédito ou no débito`: in the order in which they are said. */
export const payment: Facet = {
  cue: / (?:pix|cred|deb|dinh|espe|cash|cart|card|tarj|efec|cont)/,
  read(sentence, { conditions }) {
    sentence.take(methods, ({ text }) => {
      conditions.payment_methods = methodsIn(text, sentence.lang);
    });
  },
  print({ conditions }, lang) {
    const { by, and, names } = PRINTED[lang];
    const said = conditions?.payment_methods?.map((method) => names[method]);
    return said === undefined ? null : `${by} ${printList(said, and)}`;
  },
};

function methodsIn(text: string, lang: Language): PaymentMethod[] {
  const found = text.matchAll(
    new RegExp(NAMES[lang].map(([name]) => `(?<=^| )(${name})(?= |$)`).join('|'), 'g'),
  );
  return [...found].flatMap(
    ([, ...groups]) => NAMES[lang][groups.findIndex((group) => group !== undefined)]?.[1] ?? [],
  );
}

const PRINTED: Record<Language, { by: string; and: string; names: Record<PaymentMethod, string> }> = {
  pt: {
    by: 'pagando com',
    and: 'ou',
    names: { pix: 'pix', credit: 'crédito', debit: 'débito', cash: 'dinheiro' },
  },
  en: { by: 'paid by', and: 'or', names: { pix: 'pix', credit: 'credit', debit: 'debit', cash: 'cash' } },
  es: {
    by: 'pagando con',
    and: 'o',
    names: { pix: 'pix', credit: 'crédito', debit: 'débito', cash: 'efectivo' },
  },
};
