import type { Language } from '../../../loyalty';
import { ways } from './sentence';

/** Words that change nothing of a rule's meaning where nothing else took them. */
const WORDS: Record<Language, ReadonlySet<string>> = {
  pt: set(`de do da dos das o a os as ao aos e em no na nos nas por para pelo pela com que se um uma seu sua meu minha
    compra compras venda vendas valor reais cashback
    quero queria quer vou vamos dar dou damos da dando ganha ganham ganhar ganhe ganhando recebe recebem receber receba
    devolver devolve devolvo devolvemos devolucao volta retorno retorna gera gerar oferecer ofereco oferecemos oferece
    pode podem preciso precisamos criar cria crie adicionar adiciona fazer faz coloca coloque colocar bota poe ponha libera botar cadastrar cadastra configurar definir
    olha olhe escuta regra regras promo promocao oferta programa sera seja vai ser ter tem for forem feita feitas feito
    gastar gastando gastou gastaram gastos gaste gastem comprar comprando comprou compraram compre comprem comprarem fez faca levou leve leva
    quem pessoa pessoas vira fica ficam passa tera mim quando caso toda todo cada desde
    so somente apenas sempre la aqui vc voces gente nos nosso nossa nossos nossas ele ela eles elas dele dela deles isso isto esse essa este esta nisso nele extra adicional especial dai bora podia pode poder poderia vamos vem venha vier paga pague pagar pagando pagou passar passe passando passou faco faca da de da dar libera solta entrega entregar beneficio mimo agrado conta contar ganho ponto bom boa beleza tambem pra opa oi ola oie premiar muito ticket tickets anda andam fraco fraca parado parada vazio vazia morto movimento mover movimentar empurrar puxar animar turbinar mete meter metam pedido pedidos conta contas teria coloco colocamos poem jogar joga rola rolar valendo vale valer valem obrigado obrigada visse tche oxe uai tudo entao eu ai tipo assim gostaria geral ne bom ok la mas : = -`),
  en: set(`of the a an on in at for to by with and that is are be it its your my our this
    purchase purchases sale sales order orders amount value worth spend spending spent spends reais cashback
    i we want would like give gives giving return returns returning get gets getting earn earns earning receive receives back return returns
    offer offers can could need create make add set up put rule rules promo promotion program will shall you they buy buys buying bought
    only always just they re we ll d them their his her him himself this these those me us extra additional special also too please okay hey hi hello lets let wanna gonna should must run running start new thing bonus benefit reward rewarded pay pays paying paid but so then there it s is am are was were will have has had having thanks thank if who whoever those anyone people person do does make makes when so overall general like well ok okay kindly basically then also here em folks someone somebody push boost love big spender spenders made anything ticket tickets say dead slow quiet weak bill bills order as goes = : -`),
  es: set(`de del la el los las lo a al y en por para con que se un una su sus mi mis
    compra compras venta ventas valor monto reales reais cashback
    te ganas mira quiero quisiera quiere voy vamos dar doy damos da dando gana ganan ganar gane ganando recibe reciben recibir
    devolver devuelve devolvemos devuelvo vuelta devolucion reintegro reintegramos reembolso reembolsamos genera generar ofrecer ofrezco ofrecemos
    puede pueden puedes necesito crear crea agregar agrega hacer haz poner pon ponme hazme ponle configurar definir
    mira mire regla reglas promo promocion oferta programa sera sea va ser tener tiene sean
    gastar gastando gasta gaste gasten gasto comprar comprando compra compre compren compro lleva llevan lleve llevarse
    es son hay vuelve vuelven hagamos hacemos demos reciben si quien quienes persona personas queda quedan mi cuando cada
    solo solamente siempre tienen tenga tengan tengo nosotros nuestro nuestra ellos ellas les le lo nos ese esa este esta eso esto extra adicional especial vamos venga podria pueda puedan paga pague paguen pagar pagando pago pasar pase pasen pasando doy dale dales darle darles den de regala regalale regalales regalar regalamos ponle ponles sumale sumales suma sumar sumamos devuelvele devuelveles devolverles devolverle ofrecerles ofrecele dejame quisiera tambien vale valen hola buenas oye che bueno asi pues beneficio cuenta usted ustedes oiga parce pongale ponga senorita otorga otorgar entregar entrega gracias premiar mucho hecha hechas ticket tickets anda andan estan flojo floja flojos flojas muerto muertos vacio mover empujar levantar mete metele metan pone ponele ponelo hace hacelo pagan pedido pedidos cuenta cuentas todo entonces general pues bueno ok o sea pero yo = : -`),
};

/** Phrases that limit nothing: everyone, always, every purchase. */
const phrases = ways({
  pt: `(?<=^ )seguinte / (?:e|faz|fazer|faca|fazemos|cria|criar|anota|anote|seria) (?:o|a) seguinte(?! (?:compra|dia|mes|semana|vez)) / a (?:nova )?(?:regra|ideia|promocao|proposta|promo|oferta)(?: nova)? (?:e|seria) a seguinte / a (?:nova )?(?:regra|ideia|promocao|proposta|promo|oferta)(?: nova)? (?:e|seria|vai ser|sera)(?= (?:,|·|dar|devolver|de|cashback|que|\\d)) / anot(?:a|ar|e)(?: ai)? (?:um|uma|a|o)(?= ) / regrinha / (?:e )?(?:contando|incluindo|valendo) os (?:dois|2)(?: (?:valores|extremos))? / (?:e )?(?:acabou acabou|acabou|e pronto|e so isso|ponto final)(?= ·?(?: |$)) / (?:te|vou te|lhe) conto / (?:(?:eu|a gente|nos) )?(?:estava|estou|estamos|ando|andei|andamos) pensando(?: em)? / (?:(?:quando|se|caso) )?(?:o |a )?(?:valor (?:d[ao] )?)?(?:total|conta|nota|comanda|ticket|compra|pedido)(?: (?:d[ea]|der|for|ficar|sair|chegar|fica|passar(?= a )))?(?= (?:mais|acima|passar|passa|passou|ultrapass\\w+|a partir|pelo menos|no minimo|maior|superior|igual) ) / (?:sai|vai embora|vai para casa|comeca|inicia|ja comeca) com / (?:nao importa|independente d[eo]|seja qual for)(?: (?:o|a|de))?(?: (?:que|quanto|qual|valor))?(?: (?:comprar|compre|for|gastar|levar|compra|produto))? / qualquer coisa / que tal / (?:e |sera |vai ser )?(?:o )?dia d[eoa](?! semana) / (?<= % )(?:a )?mais(?: de(?= cashback))?(?! (?:de |que )?(?:r\\$ )?\\d) / mais(?= \\d+ % ) / (?:a gente|nos) (?:da|damos|devolve|devolvemos) / (?:toda|cada) compra (?:vale|da|gera|rende) / para mim / me ajud[ae] a / (?:sera )?(?:por compra|em cada compra) / (?:para |no |em )?(?:o resto|resto|os demais|as demais|todo o resto) / (?:(?:do|no|o|pelo) )?(?:valor )?total (?:da|de cada|na) compra / (?:do )?valor total / (?:oi|ola|bom dia|boa tarde|boa noite|por favor|tudo bem) / (?:nova regra|regra nova|nova promocao|promocao nova) /
    (?:a partir|apartir) de (?:hoje|agora) / (?:para |pra )?(?:todo mundo|todos(?= (?:·|,|ganh\\w+|$))) /
    (?:para |pra |se |a )?(?:quem|o cliente|cliente) (?:comprar|compra|gastar|gasta|fizer compras?|faz compras?|levar|consumir)(?! (?:r\\$ )?\\d) /
    (?:em |nas |para )?(?:todas as compras|toda compra|todas compras|toda e qualquer compra|qualquer compra|cada compra) /
    (?:em |de )?(?:qualquer valor|todo valor) / (?:em tudo|em toda a loja|na loja toda|em qualquer produto|em todos os produtos) /
    (?:toda|cada|sempre|a cada) (?:a )?(?:vez )?que (?:comprar|compra|comprarem|vier|gastar|ele comprar|o cliente comprar|fizer uma compra) /
    (?<! por )(?:(?:para|a|ao|aos|todos|todo|os|o|as|meus|nossos|minhas|cada|todas) )*(?:clientes?|pessoal|galera|freguesia|fregues|clientela) /
    (?:todos os dias|todo dia|todo o dia|todo santo dia|o dia todo|o dia inteiro|qualquer dia) /
    (?:na |da |em )?(?:toda a loja|loja toda|loja inteira) / sem (?:minimo|limite)(?: de compra)?`,
  en: `(?:the )?following(?= (?:rule|promo|promotion|,) ) / here (?:s|is) (?:the|my|our) (?:deal|thing|rule|idea|plan) / (?:the|my|our) (?:rule|idea|deal|plan) (?:is|would be|s)(?: (?:this|to))? / (?:both )?(?:both included|counting both|including both) / (?:and )?(?:that s it|that s that|full stop) / (?:(?:i|we) )?(?:was|were|am|are|m|re|been) thinking(?: (?:of|about))? / (?:when|once|if|as soon as|whenever) (?:the |their |your )?(?:bill|total|ticket|order|purchase|amount|check|tab|sale)(?: (?:is|goes|gets|comes|runs|adds up))?(?: to)?(?= (?:over|above|more|at least|from|exceeds?|exceeding|pass\\w*|tops|beats|crosses|reaches|hits|bigger|larger|higher|greater|up|r\\$|\\d) ) / (?:no matter|regardless of|whatever)(?: (?:what|how much|how))?(?: (?:it is|they|you|he|she|people|the customers?))?(?: (?:buys?|spends?|gets?|takes?|purchases?))? / at lunch(?: time)? / starts?(?: (?:out|off))? with / hand(?:s|ing)? (?:out|over|them|back) / (?:toss|throw|chuck)(?:s|es|ing)?(?: in)? / brand(?= new ) / (?:takes?|goes|go|walks?|comes?) (?:home|away|out|off)(?: with)?(?: (?:a|an))? / there s(?= an? ) / how about / (?:is |s )?(?:the )?day (?:for|of) / (?:every|each) purchase (?:is worth|gives|earns|gets) / for me / help me / (?:of|on) (?:what|everything|whatever) (?:the customers?|they|you|people) (?:spends?|buys?|pays?) / (?:per|on each|on every|for each|for every) (?:purchase|sale|order) / (?:everybody|anybody|everyone|anyone)(?: who)?(?: is)?(?: (?:spending|buying|spends?|buys?))? / (?:on |for )?(?:the rest|everything else) / (?:(?:of|on) )?(?:the )?total (?:of the )?(?:purchase|amount|order) / payers? / who (?:spends?|buys?|purchases?|pays?)(?: with| by)?(?! (?:r\\$ )?\\d) / (?:hi|hello|good morning|good afternoon|good evening|please) / new (?:rule|promotion) /
    (?:starting |from )(?:today|now on|now) / (?:for |to )?everyone /
    (?:for |to |if )?(?:customers?|those|people|anyone) (?:who )?(?:buys?|spends?)(?! (?:r\\$ )?\\d) /
    (?:on |for |in )?(?:all purchases|every purchase|any purchase|each purchase|all sales|every sale) /
    (?:of |for )?any (?:amount|value) / (?:on )?(?:everything|anything|all products|all items|the whole order) / (?:every|each|any) time (?:they|you|someone|somebody|anyone|anybody|people|(?:a |the )?customers?|he|she) (?:buys?|comes?|shops?|makes? a purchase) /
    (?:for |to )?(?:those|people|anyone|everyone|anybody|customers?) (?:who are )?(?:spending|buying|paying)(?: with| by)? /
    (?<! (?:per|by) )(?:(?:for|to|all|every|each|my|our|the|any) )*(?:customers?|clients?|shoppers?|buyers?) /
    (?:every day|all day|all day long|any day) / (?:on |in )?the whole store / no (?:minimum|limit)`,
  es: `(?<=^ )siguiente / (?:es|haz|hacer|hago|hagamos|crea|crear|anota|seria) (?:lo|la|el) siguiente(?! (?:compra|dia|mes|semana|vez)) / la (?:nueva )?(?:regla|idea|promo|promocion|propuesta|oferta) (?:es|seria) la siguiente / la (?:nueva )?(?:regla|idea|promo|promocion|propuesta|oferta) (?:es|seria|sera)(?= (?:,|·|dar|devolver|de|cashback|que|\\d)) / (?:me|nos) gustaria / (?:contando|incluyendo) los (?:dos|2) / (?:y )?(?:se acabo|y listo|punto final) / (?:te|le|les) cuento / (?:estaba|estaba yo|estoy|estamos|ando|andaba|venia) pensando(?: en)? / (?:cuando|si) (?:el |la )?(?:total|cuenta|ticket|valor|monto|boleta|compra|pedido)(?: (?:de|da|sea|es|sale|llegue|salga))?(?= (?:mas|pasa|pase|supera|supere|por encima|desde|al menos|por lo menos|a partir|mayor|igual) ) / (?:no importa|sea cual sea|independiente de)(?: (?:lo|el|la))?(?: (?:que|cuanto|cual))?(?: (?:compre|gaste|sea|lleve|compra|producto))? / (?:empieza|comienza|arranca) con / se va con / (?:sale|salen|se van) con / cualquier cosa / que tal / (?:es |sera )?(?:el )?dia de(?! semana) / (?<= % )mas(?: de(?= cashback))?(?! (?:de |que )?(?:r\\$ )?\\d) / mas(?= \\d+ % ) / (?:toda|cada) compra (?:vale|da|genera|suma) / para mi / ayudame a / (?:por compra|en cada compra) / (?:para |en )?(?:el resto|los demas|lo demas|todo lo demas) / (?:(?:del|el) )?(?:valor |monto )?total de (?:la|cada) compra / (?:del )?(?:valor|monto) total / (?:hola|buenas|buen dia|buenos dias|buenas tardes|buenas noches|por favor) / (?:nueva regla|regla nueva|nueva promocion) /
    (?:a partir de|desde) (?:hoy|ahora) / (?:para |a )?(?:todo el mundo|todos(?= (?:·|,|gan\\w+|recib\\w+|$))) /
    (?:para |si |a )?(?:quien|quienes|el cliente|cliente) (?:compre|compra|compren|gaste|gasta|gasten)(?! (?:r\\$ )?\\d) /
    (?:en |por )?(?:todas las compras|toda compra|cualquier compra|cada compra) /
    (?:de |por )?cualquier (?:valor|monto) / (?:en todo|en todos los productos|en toda la tienda) / cada vez que (?:compra|compre|compren|compran|venga|gaste|el cliente compre|el cliente compra) /
    (?:(?:para|a|al) )?(?:(?:todo|todos|el|los|al) )*(?:que|quien|quienes) (?:gasten?|gastan?|compren?|compran?|paguen?|pagan?)(?: con)? /
    (?<! por )(?:(?:para|a|al|todos|todo|los|el|las|la|mis|nuestros|cada) )*(?:clientes?|clientela) /
    (?:todos los dias|todo el dia|cualquier dia) / (?:en )?toda la tienda / sin (?:minimo|limite)`,
});

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** What buying and winning are called, in whatever form. */
const VERBS: Record<Language, RegExp> = {
  pt: /^(?:ganh|compr|gast|receb|lev|embols|fatur|descol)(?:a|e|o|ar|er|am|em|ou|eu|ei|aram|eram|ando|endo|asse|esse|assem|essem|aria|ariam|arem|erem)s?$/,
  en: /^(?:buy|get|spend|earn|receive|win|pocket|score|grab|snag|bag|land|collect|enjoy)(?:s|ing|ed)?$|^(?:d|ll)$/,
  es: /^(?:gan|compr|gast|recib|llev|embols|cobr)(?:ate|arse|ese|a|e|o|ar|ir|an|en|as|es|ando|iendo|aron|ara|iera|aran|ieran|aria|arian)$/,
};

export const isHarmless = (word: string, lang: Language): boolean =>
  WORDS[lang].has(word) || VERBS[lang].test(word);

export { phrases as harmlessPhrases };
