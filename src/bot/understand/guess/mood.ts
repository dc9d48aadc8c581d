import type { Language } from '../../../loyalty';

/** Stems of what does harm when it is done. */
const ACTS: Record<Language, string> = {
  pt: '(?:apag|delet|exclu|cancel|estorn|remov|ativ|paus|desfa|desativ|lig|deslig|desconect|bloque|par|tir|valid|vincul|encerr|mand|resgat|mex|export|ajust|registr|lanc|cham|fal)\\w*',
  en: '(?:delete|erase|remove|cancel|void|refund|activate|pause|undo|switch|turn|block|stop|disconnect|validate|link|redeem|revert|touch|export|adjust|record|register|call|talk|speak)\\w*',
  es: '(?:borr|elimin|cancel|anul|quit|activ|paus|deshag|bloque|desconect|reviert|par|sac|valid|vincul|termin|mand|canje|toqu|export|ajust|registr|llam|habl)\\w*',
};
const LATER: Record<Language, string> = {
  pt: '(?:semana que vem|mes que vem|proxim[ao] \\w+|amanha|depois|mais tarde|outro dia|(?:na |so )(?:segunda|terca|quarta|quinta|sexta)|sabado|domingo|ano que vem)',
  en: '(?:tomorrow|next \\w+|later|another day|some day|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))',
  es: '(?:manana|despues|luego|mas tarde|otro dia|la semana que viene|el mes que viene|proxim[ao] \\w+|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))',
};

/** Who denies an act, puts it off, asks what it would do or tells of one that was done does not ask for it. */
const NOT_ASKED: Record<Language, readonly RegExp[]> = {
  pt: [
    /\b(?:nao|nunca) (?:para|pare|parem|deixa|deixe|deixem) (?:nunca )?de\b|\bnem pensar\b/,
    new RegExp(
      `\\bnao (?:e para |precisa |preciso |vai |pode |quero |me |o |a |se |vou )*${ACTS.pt}\\b(?! (?:mais|nada|de me|me|mensag\\w*)\\b)`,
    ),
    new RegExp(`^${ACTS.pt}\\b.*\\bnao$`),
    /\b(?:apaguei|exclui|cancelei|estornei|removi|ativei|pausei|validei|vinculei|encerrei|ajustei|registrei|desfiz)\b/,
    /\b(?:ainda|hoje|agora|por enquanto) nao\b|\bnao (?:ainda|agora|hoje)\b/,
    new RegExp(
      `\\b(?:vou|vamos|irei|pretendo|penso em|pensando em|pensei em|queria ver se) .*\\b${LATER.pt}\\b`,
    ),
    new RegExp(
      `\\b${LATER.pt} (?:eu |a gente |nos )?(?:vou|vamos|te|ativo|apago|cancelo|pauso|paro|ligo|faco|resolvo)\\b`,
    ),
    /^(?:e )?(?:se (?:eu|a gente|o cliente|um cliente)|o que (?:acontece|rola) se|sera que se|caso eu)\b/,
    /\b(?:perguntou|perguntando|quer saber|pergunta|disse que|falou que|dizem que|diz que)\b/,
    /^(?:quem|qual|quais|quando|onde) (?:foi|foram|que|regra|campanha|venda|eu|voces)?\b.*\b(?:\w+(?:ou|aram|eram|ei|iu)|deu|deram|fez|fizeram|pos|puseram|mexeu)\b/,
    /\b(?:ja|alguem) (?:foi|foram|tiraram|tirou|removeram|cancelou|cancelaram|resgatou|resgatei|apagou|apagaram|saiu)\b.*\b(?:ou nao|ja|quanto|mesmo)\b/,
  ],
  en: [
    /\b(?:do not|never|not)(?: ever)? stop\b/,
    new RegExp(
      `\\b(?:do not|dont|did not|should not|never|not to|please no) (?:want to |you |yet |just )*${ACTS.en}\\b(?! (?:me|messag\\w*|text\\w*|send\\w*)\\b)`,
    ),
    /\bnot (?:yet|today|now|right now)\b|\bhold on\b|\bhang on\b/,
    new RegExp(
      `\\b(?:i will|we will|i am going to|going to|thinking of|thinking about|planning to) .*\\b${LATER.en}\\b`,
    ),
    /^(?:and |so )?(?:if (?:i|we|a customer|someone)|what happens (?:if|when)|what if|suppose)\b/,
    /\b(?:says|said|asking|asked|wants to know|heard) (?:that |if |whether |her |his |their |my )/,
    /^(?:who|when|which|did|has|have|was|were|is|are) .*\b(?:\w+ed|been|did|gone|gave|made|took|put|sent|already|still)\b/,
  ],
  es: [
    /\b(?:no|nunca) (?:deje|dejes|dejen|pare|pares|paren) (?:nunca )?de\b/,
    new RegExp(
      `\\bno (?:hay que |hace falta |quiero |me |la |lo |le |les |se |voy a |vayas a )*${ACTS.es}\\b(?! (?:mas|nada|de mandar|mensaj\\w*)\\b)`,
    ),
    /\b(?:todavia|aun|hoy|ahora|por ahora) no\b|\bno (?:todavia|aun|ahora|hoy)\b/,
    new RegExp(`\\b(?:voy a|vamos a|pienso|pensando en|quisiera ver si) .*\\b${LATER.es}\\b`),
    new RegExp(`\\b${LATER.es} (?:lo |la |los |las )?(?:activo|borro|cancelo|pauso|paro|hago|voy|vamos)\\b`),
    /^(?:y )?(?:si (?:yo |alguien |un cliente )?(?:\w+o|doy|voy|elimina|cancela)|que pasa (?:si|cuando)|y si)\b/,
    /\b(?:pregunta|preguntando|pregunto|quiere saber|dijo que|dice que|dicen que)\b/,
    /^(?:quien|cual|cuales|cuando|donde) .*\b\w+(?:o|aron|ieron|e|i|dio|dieron|hizo|hicieron|puso)\b/,
    /\b(?:ya (?:lo|la|los|las|se)? ?(?:quitaron|sacaron|borraron|cancelaron|cancelo|anularon|canjeo)|figura)\b/,
  ],
};

/** Who opens a shop says so, and names no thing alone: `café`. */
const OPENS: Record<Language, RegExp> = {
  pt: /\b(?:come[cq]|inici|abr|mont|cri[ae]|cadastr|instal|configur|quer|como|sou|tenho|vamos|bora|posso|acab|inscre|registr|usa|entra|liga|bota|coloca|poe|ativ|precis|faz|faco|vou)/,
  en: /\b(?:start|open|set|sign|regist|creat|want|how|begin|put|get|own|run|have|need|enrol|join|like|let|time|launch|build|new|install|config|kick)/,
  es: /\b(?:empez|empiez|empec|comenz|comienz|arranq|arranc|abr|mont|arm|crea|regist|inscri|alta|config|quier|quisiera|como|soy|tengo|vamos|puedo|acab|usa|entrar|pon|necesit|nuevo|hac)/,
};
export const opensShop = (sentence: string, lang: Language): boolean => OPENS[lang].test(sentence);

/** Whether a normalised sentence speaks of an act without asking for it. */
export const isNotAsked = (sentence: string, lang: Language): boolean =>
  NOT_ASKED[lang].some((pattern) => pattern.test(sentence));
