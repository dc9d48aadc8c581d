import type { Turn } from '../command';
import { wordsOf } from './small-talk';
import type { Understood } from '../understand';

/** What a person of the shop can answer and no program: what the shop sells, when and where; what went wrong there. */
type Matter = 'ofShop' | 'sorry' | 'otherNumber' | 'notMine';

/** Of lower case without accents and signs, in the three languages: what is said is heard in any of them. */
const OF_SHOP = [
  /^(?=.*\b(?:abr[ei]\w*|fech\w+|abert[oa]s?|funciona\w*|atend\w+|open|closed?|cierran?|abiert[oa]s?|cerrad[oa]s?|atiend\w+)\b)(?=.*\b(?:que horas?|(?:qual|que) (?:o )?horario|ate quando|what time|which hours|when|a que hora|hasta que hora|hoje|agora|amanha|domingos?|sabados?|feriados?|hoy|ahora|manana|today|now|tomorrow|(?:sun|satur|mon)days?)\b)/,
  /\b(?:horario de (?:funcionamento|atendimento|atencion)|opening hours|business hours)\b/,
  /\b(?:custam?|preco|precos|cardapio|cuestan?|precios?|prices?|cost)\b/,
  /\bhow much (?:is|are) (?:the|a|an|one|your)\b/,
  /\b(?:onde (?:fica|e a loja|voces ficam|esta a loja)|endereco da loja|qual (?:e )?o endereco|como (?:chego|chegar) (?:ai|na loja)|where (?:are you|is the (?:shop|store)|can i find you)|donde (?:queda|estan|esta la tienda)|cual es la direccion)\b/,
  /\b(?:aceitam?|accept|take|aceptan?|reciben)\b.*\b(?:pix|cartao|cartoes|credito|debito|dinheiro|vr|vale (?:refeicao|alimentacao)|cards?|cash|tarjetas?|efectivo)\b/,
  /\b(?:entregam|fazem entrega|tem entrega|delivery|deliver|entregan|hacen envios|encomend\w+|reservar|estacionamento|parking|estacionamiento|wifi|wi fi|vegan[oa]?s?|gluten|lactose|lactosa)\b/,
];
/** Of the program, which the bot does know. */
const OF_PROGRAM =
  /\b(?:saldo|cashback|pontos?|points?|puntos?|premios?|rewards?|balance|vouchers?|selos?|carimbos?|stamps?|sellos?|e ?mail|cpf|cadastro)\b/;

const SORRY = [
  /\b(?:pessim[oa]|horrivel|um absurdo|uma vergonha|indignad[oa]|decepcionad[oa]|reclamar|reclamacao|mal atendid[oa]|demoraram|demorou demais|terrible|awful|horrible|rude|disappointed|complain|complaint|unacceptable|waited (?:half|an|over|for)|pesim[oa]|mala atencion|una verguenza|quejarme|queja|me trataron mal|esperei (?:meia|uma|mais)|espere (?:media|una|mas))\b/,
  /\b(?:vale|voucher|cupom|cupon|codigo|code|cashback)\b.*\b(?:nao (?:passou|foi aceito|funcionou|deu certo)|recusad[oa]|recusaram|was refused|did ?n ?o?t work|was not accepted|no (?:paso|funciono|sirvio))\b/,
  /\b(?:nao aceitaram|recusaram|did ?n ?o?t accept|refused|no (?:me )?aceptaron|rechazaron)\b.*\b(?:vale|voucher|cupom|cupon|codigo|code|cashback)\b/,
];

const OTHER_NUMBER =
  /\b(?:troquei|mudei|perdi|changed|lost|cambie|perdi|got a new|have a new|tengo nuevo|estou com outro|tengo otro)\b.*\b(?:numero|telefone|celular|chip|number|phone|telefono)\b/;
const NOT_MINE =
  /\b(?:nao (?:fui|foi) eu|nao fiz (?:essa|esta|nenhuma) compra|nao comprei (?:isso|nada)|compra nao e minha|was ?n ?o?t me|is ?n ?o?t mine|did ?n ?o?t (?:buy|make) (?:this|that|it|anything)|no fui yo|no la hice yo|no hice (?:esa|esta|ninguna) compra|no compre (?:eso|nada)|no es mia)\b/;

/** Null of what is surely a wish, and from the shop's own staff. What is only like a wish may be about a purchase or a phone all the same. */
export function shopMatter(turn: Turn, text: string, { intent, guessed }: Understood): string | null {
  if (turn.speaker.staff !== null || (intent !== 'none' && !guessed)) return null;
  const matter = matterOf(wordsOf(text), intent === 'none');
  return matter === null ? null : turn.say.smallTalk.matters[matter];
}

function matterOf(words: string, isNone: boolean): Matter | null {
  if (NOT_MINE.test(words)) return 'notMine';
  if (OTHER_NUMBER.test(words) && !/\d/.test(words)) return 'otherNumber';
  if (!isNone) return null;
  if (SORRY.some((one) => one.test(words))) return 'sorry';
  return !OF_PROGRAM.test(words) && OF_SHOP.some((one) => one.test(words)) ? 'ofShop' : null;
}
