import type { Language } from '../../../loyalty';
import { ways } from './sentence';

/** Words that change nothing of a rule's meaning where nothing else took them. */
const WORDS: Record<Language, ReadonlySet<string>> = {
  pt: set(`de do da dos das o a os as ao aos e em no na nos nas por para pelo pela com que se um uma seu sua meu minha
    compra compras venda vendas valor total reais cashback
    quero queria quer vou vamos dar dou damos da dando ganha ganham ganhar ganhe ganhando recebe recebem receber receba
    devolver devolve devolvo devolvemos volta retorno retorna gera gerar oferecer ofereco oferecemos oferece
    pode podem preciso precisamos criar cria crie adicionar adiciona fazer faz coloca colocar bota botar cadastrar cadastra configurar definir
    regra regras promocao oferta programa sera seja vai ser ter tem for forem feita feitas feito
    gastar gastando gastou gastos comprar comprando comprou
    so somente apenas sempre la aqui obrigado obrigada : = -`),
  en: set(`of the a an on in at for to by with and that is are be it its your my our this
    purchase purchases sale sales order orders total amount value worth spend spending spent spends reais cashback
    i we want would like give gives giving get gets getting earn earns earning receive receives back return returns
    offer offers can could need create make add set up put rule rules promotion program will shall you they buy buys buying bought
    only always just please thanks thank = : -`),
  es: set(`de del la el los las lo a al y en por para con que se un una su sus mi mis
    compra compras venta ventas valor monto total reales reais cashback
    quiero quisiera quiere voy vamos dar doy damos da dando gana ganan ganar gane ganando recibe reciben recibir
    devolver devuelve devolvemos devuelvo vuelta devolucion genera generar ofrecer ofrezco ofrecemos
    puede pueden puedes necesito crear crea agregar agrega hacer haz poner pon configurar definir
    regla reglas promocion oferta programa sera sea va ser tener tiene sean
    gastar gastando gasta comprar comprando compra
    solo solamente siempre aqui gracias = : -`),
};

/** Phrases that limit nothing: everyone, always, every purchase. */
const phrases = ways({
  pt: `(?:oi|ola|bom dia|boa tarde|boa noite|por favor|tudo bem) / (?:nova regra|regra nova|nova promocao|promocao nova) /
    (?:a partir|apartir) de (?:hoje|agora) / (?:para |pra )?(?:todo mundo|todos(?= (?:·|,|ganh\\w+|$))) /
    (?:para |pra |se |a )?(?:quem|o cliente|cliente) (?:comprar|compra|gastar|gasta|fizer compras?|faz compras?|levar|consumir) /
    (?:em |nas |para )?(?:todas as compras|toda compra|todas compras|toda e qualquer compra|qualquer compra|cada compra) /
    (?:em |de )?(?:qualquer valor|todo valor) /
    (?:(?:para |pra |a |aos |ao )(?:todos os |todo |os |o |meus |nossos |cada )?|(?:todos os |todo |os |o |cada ))clientes?(?= (?:[·,\\d]|ganh\\w+|receb\\w+|$)) /
    (?:para |pra )clientes? /
    (?:o |os |cada )?clientes?(?= (?:ganh\\w+|receb\\w+|leva\\w*) ) /
    (?:todos os dias|todo dia|todo o dia|todo santo dia|o dia todo|o dia inteiro|qualquer dia) /
    (?:na |da |em )?(?:toda a loja|loja toda|loja inteira) / sem (?:minimo|limite)(?: de compra)?`,
  en: `(?:hi|hello|good morning|good afternoon|good evening|please) / new (?:rule|promotion) /
    (?:starting |from )(?:today|now on|now) / (?:for |to )?everyone /
    (?:for |to |if )?(?:customers?|those|people|anyone) (?:who )?(?:buys?|spends?) /
    (?:on |for |in )?(?:all purchases|every purchase|any purchase|each purchase|all sales|every sale) /
    (?:of |for )?any (?:amount|value) /
    (?:for |to |give |giving )?(?:all |every |my |our |the |all my |all the )?customers?(?= (?:[·,\\d]|get|gets|earns?|$)) / (?:for |to )customers? /
    (?:the |every |each )?customers?(?= (?:gets?|earns?|receives?) ) /
    (?:every day|all day|all day long|any day) / (?:on |in )?the whole store / no (?:minimum|limit)`,
  es: `(?:hola|buenas|buen dia|buenos dias|buenas tardes|buenas noches|por favor) / (?:nueva regla|regla nueva|nueva promocion) /
    (?:a partir de|desde) (?:hoy|ahora) / (?:para |a )?(?:todo el mundo|todos(?= (?:·|,|gan\\w+|$))) /
    (?:para |si |a )?(?:quien|quienes|el cliente|cliente) (?:compre|compra|compren|gaste|gasta|gasten) /
    (?:en |por )?(?:todas las compras|toda compra|cualquier compra|cada compra) /
    (?:de |por )?cualquier (?:valor|monto) /
    (?:(?:para |a |al )(?:todos los |todo |los |el |mis |nuestros |cada )?|(?:todos los |todo |los |el |cada ))clientes?(?= (?:[·,\\d]|gan\\w+|recib\\w+|$)) / (?:para |a )clientes? /
    (?:el |los |cada )?clientes?(?= (?:gan\\w+|recib\\w+) ) /
    (?:todos los dias|todo el dia|cualquier dia) / (?:en )?toda la tienda / sin (?:minimo|limite)`,
});

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

export const isHarmless = (word: string, lang: Language): boolean => WORDS[lang].has(word);

export { phrases as harmlessPhrases };
