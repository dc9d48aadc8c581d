import type { RuleChange } from '../../command';
import { ways, type Sentence, type Ways } from './sentence';

const WITHOUT = {
  pt: '(?:sem|tira(?:r)?(?: (?:a|o|as|os))?|tire(?: (?:a|o|as|os))?|remov[ae]r?(?: (?:a|o|as|os))?|retir[ae]r?(?: (?:a|o|as|os))?|nao tem(?: mais)?|acab[ae]r?(?: com)?(?: (?:a|o))?)',
  en: '(?:without|no|remove|drop|take away|take off|delete)(?: (?:any|the|its|more))?',
  es: '(?:sin|quita(?:r)?(?: (?:la|el|las|los))?|quite(?: (?:la|el))?|saca(?:r)?(?: (?:la|el))?|elimina(?:r)?(?: (?:la|el))?)',
};
const ANY = {
  pt: '(?:(?:para|em|por|com|de|a|as|os|o) )*(?:qualquer|todas as|todos os|todo|toda)',
  en: '(?:(?:for|on|at|in|with|by) )*(?:any|all|every|all the)',
  es: '(?:(?:para|en|por|con|de) )*(?:cualquier|todas las|todos los|todo|toda)',
};

const of = (pt: string, en: string, es: string): Ways => ways({ pt, en, es });

/** Ways to say that a rule no longer has something, beside what it then loses. */
const removals: readonly (readonly [Ways, RuleChange])[] = [
  [
    of(
      `${WITHOUT.pt} (?:valor )?minim[oa] (?:para|de) (?:usar|uso|resgat\\w+)`,
      `${WITHOUT.en} minimum (?:to use(?: it)?|for use|use|to redeem)`,
      `${WITHOUT.es} minim[oa] (?:para|de) (?:usar|uso|canje\\w*)`,
    ),
    { validity: { use_min_cents: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:valor )?minim[oa](?: de compra)? / ${ANY.pt} (?:valor|compra|compras)`,
      `${WITHOUT.en} minimum(?: purchase)? / ${ANY.en} (?:amount|purchases?)`,
      `${WITHOUT.es} (?:compra )?minim[oa](?: de compra)? / ${ANY.es} (?:valor|monto|compras?)`,
    ),
    { conditions: { min_cents: null, min_inclusive: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:compra maxima|maximo de compra|valor maximo(?: de compra)?)`,
      `${WITHOUT.en} maximum purchase`,
      `${WITHOUT.es} (?:compra maxima|maximo de compra)`,
    ),
    { conditions: { max_cents: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:orcamento|verba|limite total)`,
      `${WITHOUT.en} (?:budget|total limit)`,
      `${WITHOUT.es} (?:presupuesto|limite total)`,
    ),
    { limits: { budget_cents: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:limites?|teto|maximo|limite de ganho)(?: por (?:compra|cliente|dia|semana|mes))* / ilimitad[oa]`,
      `${WITHOUT.en} (?:limits?|cap|maximum)(?: per (?:purchase|customer|day|week|month))* / unlimited`,
      `${WITHOUT.es} (?:limites?|tope|maximo)(?: por (?:compra|cliente|dia|semana|mes))* / ilimitad[oa]`,
    ),
    {
      limits: {
        max_cents_per_sale: null,
        max_points_per_sale: null,
        max_cents_per_customer_day: null,
        max_cents_per_customer_week: null,
        max_cents_per_customer_month: null,
        max_points_per_customer_day: null,
        max_points_per_customer_week: null,
        max_points_per_customer_month: null,
      },
    },
  ],
  [
    of(
      `${WITHOUT.pt} (?:carencia|espera) / (?:disponivel|liberad[oa]) na hora`,
      `${WITHOUT.en} (?:waiting period|waiting|wait) / available at once`,
      `${WITHOUT.es} (?:carencia|espera) / disponible (?:de inmediato|al instante)`,
    ),
    { validity: { available_after_days: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:validade|prazo(?: de validade)?|vencimento) / (?:que )?(?:nunca|nao) (?:vence|expira)(?: nunca| mais)?`,
      `${WITHOUT.en} (?:validity|expiry|expiration|expiry date|deadline) / (?:that )?(?:never expires?|does not expire)`,
      `${WITHOUT.es} (?:validez|vencimiento|plazo|caducidad) / (?:que )?(?:nunca|no) (?:vence|caduca|expira)(?: mas)?`,
    ),
    { validity: { valid_days: null, rolling_days: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:dias? (?:da semana|certos?)|dias?) / (?:em )?(?:todos os dias|todo dia|qualquer dia)`,
      `${WITHOUT.en} (?:weekdays?|days?) / (?:on )?(?:every day|all days|any day)`,
      `${WITHOUT.es} (?:dias? (?:de la semana)?|dias?) / (?:en )?(?:todos los dias|cualquier dia)`,
    ),
    { conditions: { weekdays: null } },
  ],
  [
    of(
      `${WITHOUT.pt} horarios? / ${ANY.pt} (?:horarios?|horas?) / o dia (?:todo|inteiro)`,
      `${WITHOUT.en} (?:hours|times?) / ${ANY.en} (?:hours?|times?) / all day(?: long)?`,
      `${WITHOUT.es} horarios? / ${ANY.es} (?:horarios?|horas?) / todo el dia`,
    ),
    { conditions: { hours: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:datas?|periodo) / (?:o ano (?:todo|inteiro)|sempre)`,
      `${WITHOUT.en} (?:dates?|period) / (?:all year|all year round|always)`,
      `${WITHOUT.es} (?:fechas?|periodo) / (?:todo el ano|siempre)`,
    ),
    { conditions: { dates: null } },
  ],
  [
    of(
      `${ANY.pt} (?:(?:formas? de )?pagamentos?|meios? de pagamento)`,
      `${ANY.en} (?:payments?(?: methods?)?|ways of payment)`,
      `${ANY.es} (?:(?:formas? de )?pagos?|medios? de pago)`,
    ),
    { conditions: { payment_methods: null } },
  ],
  [
    of(
      `${ANY.pt} (?:bandeiras?|cartoes|cartao)`,
      `${ANY.en} (?:brands?|cards?)`,
      `${ANY.es} (?:marcas?|tarjetas?)`,
    ),
    { conditions: { brands: null } },
  ],
  [
    of(`${ANY.pt} lojas?`, `${ANY.en} (?:stores?|shops?|branches)`, `${ANY.es} (?:tiendas?|sucursales)`),
    { conditions: { stores: null } },
  ],
  [
    of(
      `${ANY.pt} (?:maquinas?|maquininhas?|terminais)`,
      `${ANY.en} (?:machines?|terminals?)`,
      `${ANY.es} (?:maquinas?|terminales)`,
    ),
    { conditions: { terminals: null, acquirers: null } },
  ],
  [
    of(
      `${WITHOUT.pt} (?:excecao|excecoes)`,
      `${WITHOUT.en} exceptions?`,
      `${WITHOUT.es} (?:excepcion|excepciones)`,
    ),
    { conditions: { exclude_skus: null, exclude_categories: null } },
  ],
  [
    of(
      `em tudo / ${ANY.pt} (?:produtos?|categorias?|itens)`,
      `(?:on )?everything / ${ANY.en} (?:products?|categories|items)`,
      `en todo / ${ANY.es} (?:productos?|categorias?)`,
    ),
    { conditions: { include_skus: null, include_categories: null } },
  ],
  [
    of(
      '(?:para )?todo mundo / (?:para )?(?:todos os clientes|qualquer cliente|todos)',
      '(?:for )?(?:everyone|everybody|all customers|any customer)',
      '(?:para )?(?:todo el mundo|todos los clientes|cualquier cliente|todos)',
    ),
    {
      conditions: {
        tier: null,
        labels: null,
        inactive_days: null,
        first_purchase: null,
        nth_purchase: null,
        birthday: null,
      },
    },
  ],
  [
    of(
      `${WITHOUT.pt} (?:ordem|prioridade)`,
      `${WITHOUT.en} (?:order|priority)`,
      `${WITHOUT.es} (?:orden|prioridad)`,
    ),
    { order: null },
  ],
];

/** Takes what a sentence says is to go out of it. */
export function readRemovals(sentence: Sentence): RuleChange {
  const change: RuleChange = {};
  for (const [said, removed] of removals)
    sentence.take(said, () => {
      for (const group of ['conditions', 'limits', 'validity'] as const)
        if (removed[group] !== undefined) change[group] = { ...change[group], ...removed[group] };
      if (removed.order === null) change.order = null;
    });
  return change;
}
