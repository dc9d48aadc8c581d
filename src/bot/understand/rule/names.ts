import type { Language } from '../../../loyalty';
import { isHarmless } from './harmless';
import { ordinalIn } from './ordinals';
import { written, type Sentence } from './sentence';
import { quotedName, type Token } from './tokens';

const LONGEST_NAME = 5;

/** What may stand within a name, with a word of its own after it: `pão de queijo`. */
const LINKS: Record<Language, ReadonlySet<string>> = {
  pt: wordSet('de do da dos das com sem para'),
  en: wordSet('of with without for'),
  es: wordSet('de del la con sin para'),
};
/** What belongs to no shelf: occasions, times, ways to sell and to pay, people. Beside them nothing is a name. */
const OTHER_THINGS: Record<Language, ReadonlySet<string>> = {
  pt: wordSet(`natal pascoa carnaval reveillon black friday cyber monday feriado feriados ferias verao inverno outono primavera
    dia dias mes meses semana semanas quinzena hora horas horario ano anos manha tarde noite madrugada almoco jantar happy hour
    hoje amanha ontem segunda terca quarta quinta sexta sabado domingo feira janeiro fevereiro marco abril maio junho julho agosto
    setembro outubro novembro dezembro delivery entrega entregas retirada balcao site app aplicativo whatsapp instagram internet
    online telefone ifood cliente clientes pessoa pessoas amigo amigos familia funcionario funcionarios idoso idosos aposentados
    estudantes alunos aluno vip nivel etiqueta tag compra compras venda vendas visita visitas pedido pedidos vez vezes parcela
    parcelas parcelado vista boleto transferencia pix credito debito dinheiro especie cartao cartoes visa master mastercard elo
    amex hipercard stone cielo pagbank pagseguro getnet sumup rede cashback ponto pontos voucher vouchers vale vales cupom cupons desconto descontos brinde brindes real reais
    centavos minimo maximo minima maxima limite teto validade valido valida quem todos todas todo toda tudo nada quando cada acima
    abaixo ate entre depois antes apos aniversario niver bandeira maquina maquininha terminal estoque evento festa inauguracao
    primeira primeiro ultima proxima nao nem mais menos exceto fora sempre nunca ganha ganham
    dobro triplo bonus sorteio premio premios frete nada loja lojas filial unidade resto geral qualquer melhor maior conta contas vespera lua maes pais namorados criancas ticket tickets produto produtos item itens artigo artigos codigo codigos`),
  en: wordSet(`christmas easter carnival eve black friday cyber monday holiday holidays vacation vacations summer winter autumn fall
    spring day days month months week weeks hour hours year years morning afternoon evening night noon lunch dinner happy
    today tomorrow yesterday tuesday wednesday thursday saturday sunday january february march april may june july august
    september october november december delivery deliveries pickup counter site website app whatsapp instagram internet online
    customer customers people person friend friends family employees seniors students student vip tier level label tag
    purchase purchases sale sales visit visits order orders time times installments installment pix credit debit cash card
    cards visa master mastercard elo amex hipercard stone cielo pagbank pagseguro getnet sumup rede cashback point points voucher vouchers coupon coupons discount discounts
    gift real reais cents minimum maximum limit cap valid validity who whoever all every each above below until between after
    before birthday brand machine terminal stock event party opening first last next not no more less except always never
    mother father valentine moon weekend weekends double triple bonus mothers fathers bill bills ticket tickets raffle prize prizes shipping everything anything nothing something none store stores shop shops branch rest best product products item items article articles code codes`),
  es: wordSet(`navidad pascua carnaval reyes black friday cyber monday feriado feriados festivo festivos vacaciones verano invierno
    otono primavera dia dias mes meses semana semanas quincena hora horas horario ano anos manana tarde noche madrugada almuerzo
    cena happy hour hoy ayer lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre delivery envio envios entrega entregas retiro mostrador sitio app aplicacion whatsapp
    instagram internet online linea telefono cliente clientes persona personas amigo amigos familia empleados jubilados
    estudiantes vip nivel etiqueta compra compras venta ventas visita visitas pedido pedidos vez veces cuota cuotas contado
    transferencia pix credito debito efectivo tarjeta tarjetas visa master mastercard elo amex hipercard stone cielo pagbank pagseguro getnet sumup rede cashback punto puntos
    vale vales voucher cupon cupones bono descuento descuentos regalo real reales centavos minimo maximo minima maxima limite
    tope validez valido valida quien quienes todos todas todo toda nada cuando cada encima debajo hasta entre despues antes
    cumpleanos cumple marca maquina terminal stock evento fiesta inauguracion primera primero ultima proxima no ni mas menos
    excepto salvo fuera siempre nunca madre padre finde mediodia gana ganan
    doble triple sorteo premio premios bonus tienda tiendas sucursal resto general cualquier mejor mayor cuenta cuentas ticket tickets nochebuena nochevieja luna visperas madres padres enamorados producto productos articulo articulos item items codigo codigos`),
};

/** Goods on their shelves, a thing that is given, or whatever has a name. */
type Kind = 'goods' | 'prize' | 'any';

export interface Names {
  names: string[];
  /** The place after them. */
  end: number;
}

/**
 * A name without quotes that begins at a place, up to what says something else; null where none does. Of goods and of what
 * is given it is no occasion and no customer.
 */
export function nameAt(
  sentence: Sentence,
  start: number,
  kind: Kind = 'goods',
): { name: string; end: number } | null {
  const { lang, foreign } = sentence;
  if (foreign) return null;
  const tokens = sentence.from(start);
  let length = 0;
  for (let step = 1; step > 0; length += step) step = partAt(tokens, length, lang, kind);
  const words = tokens.slice(0, length);
  // `o segundo café grátis` is no café that is called second.
  if (kind === 'prize' && ORDINAL.test(textAt(tokens, 0))) return null;
  if (length === 0 || words.filter(({ raw }) => raw !== '').length > LONGEST_NAME) return null;
  const name = { name: written(words), end: start + length };
  if (kind === 'any') return name;
  if (words.some(({ text }) => isOther(text, lang, kind))) return null;
  const next = textAt(tokens, length);
  const isSaidSo = NO_PART.has(next) || (kind === 'prize' && VOUCHERS.has(next));
  return isOther(next, lang, kind) && !isSaidSo ? null : name;
}

/** How many words the name goes on by at a place: one of its own, or a link and what it leads to; 0 where it ends. */
function partAt(tokens: readonly Token[], at: number, lang: Language, kind: Kind): number {
  if (at > 0 && kind === 'prize' && VOUCHERS.has(textAt(tokens, at))) return 0;
  if (isPart(tokens, at, lang, at > 0)) return 1;
  if (at === 0 || !LINKS[lang].has(textAt(tokens, at))) return 0;
  const article = textAt(tokens, at + 1) === 'la' ? 1 : 0;
  return isPart(tokens, at + 1 + article, lang, false) ? 2 + article : 0;
}

const ORDINAL = new RegExp(`^(?:${(['pt', 'en', 'es'] as const).map(ordinalIn).join('|')})$`);

/** `a free cookie voucher`: what it is given as. */
const VOUCHERS = wordSet('voucher vouchers coupon coupons vale vales cupom cupon');
/** A meal is an hour of a rule, and something to be given. */
const MEALS = wordSet('almoco jantar lunch dinner almuerzo cena');
const isOther = (word: string, lang: Language, kind: Kind): boolean =>
  OTHER_THINGS[lang].has(word) && !(kind === 'prize' && MEALS.has(word));

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';

/** A word that says something; a number only where it has its unit (`300ml`). */
function isPart(tokens: readonly Token[], at: number, lang: Language, within: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || !isBreakless(token)) return false;
  if (token.raw === '') return within;
  if (/^\d/.test(token.text)) {
    if (!within) return false;
    const unit = tokens[at + 1];
    return unit !== undefined && (!unit.gap || UNIT.test(unit.text)) && /^[a-z]/.test(unit.text);
  }
  return /^[a-z]/.test(token.text) && !isHarmless(token.text, lang) && !NO_PART.has(token.text);
}

/** How a thing is given is no part of its name, nor is what leads to something else. */
const NO_PART =
  wordSet(`gratis gratuito gratuita gratuitos gratuitas graca free brinde presente regalo casa house
  desde sobre durante enquanto por porem mas from until till between above over under up than within during while when
  hacia mientras segun ante tras pero e ou nem and or nor y o u ni
  usa usar use usado usada usam used using gasta gastam gastar spend pode podem can may tem ter tenha has have vai vao paga pagam pagar pay pays
  valido valida validos validas valid good vale valem vence vencem expira expiram expires lasts dura duram duran validade validez ganha ganham gana ganan gets earns ganhar com with pra
  leva levar get gets puede pueden tiene tienen si se que mim nao not no included excluded items products goods stuff incluido incluidos incluida incluidas category categories department section`);
const UNIT = /^(?:ml|l|g|kg|cm|un|unidades?|litros?|liters?)$/;
const isBreak = (text: string): boolean => text === '' || text === '·' || text === ',';
const isBreakless = ({ text }: Token): boolean => !isBreak(text) && text !== '"' && text !== '%';

interface Options {
  /** Only what looks like this needs no quotes. */
  code?: RegExp | undefined;
  /** Whether what is on offer is a shelf too, as where it is left out. */
  offers?: boolean;
  kind?: Kind;
}

/**
 * In quotes or without, `a, b e c`: all that stand from a place on; `lead` words may stand before each but the first.
 */
export function namesAt(
  sentence: Sentence,
  start: number,
  lead: ReadonlySet<string>,
  options: Options = {},
): Names | null {
  const names: string[] = [];
  let end = start;
  for (let at: number | null = start; at !== null; at = nextAt(sentence, end, lead)) {
    const found = oneAt(sentence, at, options);
    // What begins with quotes goes on with quotes: other words after it say something else.
    if (found === null || (names.length > 0 && isQuoted(sentence, at) !== isQuoted(sentence, start))) break;
    // `etiqueta vip, cliente leva 20 pontos`: another part of the rule.
    if (names.length > 0 && STARTS_PART.test(textAt(sentence.from(found.end), 0))) break;
    // `etiqueta vip, puntos triples`.
    if (names.length > 0 && STARTS_PART.test(textAt(sentence.from(at), 0))) break;
    names.push(found.name);
    end = found.end;
  }
  return names.length === 0 ? null : { names, end };
}

const STARTS_PART =
  /^(?:\d|%|r\$$|ganh|lev|llev|gan|recib|receb|gets?$|earns?$|pocket|embols|puntos|pontos|points|doble|triple|dobro|double|cashback)/;

const isQuoted = (sentence: Sentence, at: number): boolean => sentence.from(at)[0]?.text === '"';

function oneAt(
  sentence: Sentence,
  at: number,
  { code, offers = false, kind = 'goods' }: Options,
): { name: string; end: number } | null {
  const [token] = sentence.from(at);
  if (token === undefined) return null;
  const quoted = token.text === '"' ? quotedName(token.raw) : null;
  if (quoted !== null) return { name: quoted, end: at + 1 };
  if (offers && OFFERS.test(token.text)) return { name: token.raw, end: at + 1 };
  if (code === undefined) return nameAt(sentence, at, kind);
  return code.test(token.text) ? { name: token.raw, end: at + 1 } : null;
}

const OFFERS = /^(?:promoc(?:ao|oes|ion|iones)|ofertas?|sale|sales|promotions?|offers?)$/;
const AND = /^(?:,|e|ou|nem|and|or|nor|y|o|u|ni)$/;

/** Where the next of a list begins; null where the list is over. */
function nextAt(sentence: Sentence, end: number, lead: ReadonlySet<string>): number | null {
  const tokens = sentence.from(end);
  let at = 0;
  while (AND.test(textAt(tokens, at))) at += 1;
  if (at === 0) return null;
  while (lead.has(textAt(tokens, at))) at += 1;
  return end + at;
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
