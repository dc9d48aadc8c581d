import type { Language } from '../../../../loyalty';

const LABEL = {
  pt: '(etiqueta|etiquetar|por etiqueta|por a etiqueta|poe a etiqueta|poe etiqueta|colocar etiqueta|coloca a etiqueta|coloca etiqueta)',
  en: '(label|tag|add label|add the label|put the label)',
  es: '(etiqueta|etiquetar|poner etiqueta|pon la etiqueta|ponle la etiqueta|poner la etiqueta)',
};

/** Who is meant: a phone, or a name alone. */
export const customerPatterns: Record<Language, readonly string[]> = {
  pt: [
    '[(ver|mostrar|consultar|abrir|ficha do|dados do|quem e o)] [o] cliente [{phone}]',
    '[(ver|mostrar|mostra|consultar|abrir|buscar|busca|procurar|procura|achar|acha|ficha da|ficha do|dados da|dados do|quem e a|quem e o)] [(o|a)] cliente {customer} [(para mim|pra mim)]',
    '[(ver|ve|mostrar|mostra|consultar|qual|qual e)] [(o|a|os)] (saldo|extrato|cadastro|ficha|pontos|vales|vouchers|historico|compras) (da|do|de) [cliente] {customer}',
    'quanto [de] [(saldo|cashback)] [(a|o)] [cliente] {customer} tem [de] [(saldo|cashback)]',
    'quantos pontos [(a|o)] [cliente] {customer} tem',
    '[(a|o)] [cliente] {customer} tem [algum] (vale|voucher|saldo|cashback|pontos)',
    'tem [algum] (vale|voucher) [aberto] (da|do|de) [cliente] {customer}',
    '(o que|quanto) [(a|o)] [cliente] {customer} [ja] (comprou|gastou|ganhou)',
    '[(ver|mostrar|listar|quero ver|quais sao|lista de|lista dos)] [(os|meus|os meus|todos os)] clientes',
    `${LABEL.pt} {name} [(no|do|em|de|para|para o)] [(cliente|telefone)] {phone}`,
    `${LABEL.pt} {label} (no|na|do|da|em|de|para|para o|para a) [cliente] {customer}`,
    '{unlabel} [a] etiqueta {name} [(no|do|em|de|para|para o)] [(cliente|telefone)] {phone}',
    '{unlabel} [a] etiqueta {label} (do|da|de) [cliente] {customer}',
    '{unlabel} [o] {tag} (do|da|de) [cliente] {customer}',
  ],
  en: [
    '[(see|show|open|look up|who is)] [the] customer [{phone}]',
    '[(see|show|show me|open|look up|find|who is)] [the] customer {customer}',
    '[(see|show|show me|check|what is)] [the] (balance|statement|points|vouchers|record|history|purchases) (of|for) [customer] {customer}',
    '[(see|show|show me|check|what is)] {customers} (balance|statement|points|vouchers|record|history|purchases)',
    'how (much|many points) does {customer} have',
    'what did {customer} (buy|spend|earn)',
    '[(see|show|show me|list|i want to see)] [(my|the|all|all my|all the)] customers',
    '(label|tag) {name} [(on|from|for|of)] [the] [(customer|phone)] {phone}',
    `${LABEL.en} {label} (on|for|to) [customer] {customer}`,
    '{unlabel} [the] (label|tag) {name} [(on|from|for|of)] [the] [(customer|phone)] {phone}',
    'untag {name} [(on|from|for|of)] [the] [(customer|phone)] {phone}',
    '{unlabel} [the] (label|tag) {label} (from|off|of) [customer] {customer}',
    '{unlabel} [the] {tag} [(label|tag)] (from|off|of) [customer] {customer}',
  ],
  es: [
    '[(ver|mostrar|consultar|abrir|ficha del|datos del|quien es el)] [el] cliente [{phone}]',
    '[(ver|mostrar|muestra|consultar|abrir|buscar|busca|ficha del|ficha de la|datos del|datos de la|quien es el|quien es la)] [(el|la|al|a la)] cliente {customer}',
    '[(ver|mostrar|muestra|consultar|cual es)] [(el|la|los)] (saldo|extracto|registro|ficha|puntos|vales|historial|compras) (de|de la|del) [cliente] {customer}',
    '(que|cuanto) (compro|gasto|gano) [(el|la)] [cliente] {customer}',
    '(cuanto|cuantos puntos) tiene [(el|la)] [cliente] {customer}',
    '[(ver|mostrar|listar|quiero ver|cuales son|lista de)] [(los|mis|todos los|todos mis)] clientes',
    `${LABEL.es} {name} [(en|del|de|para|al|a)] [(cliente|telefono)] {phone}`,
    `${LABEL.es} {label} (en|de|a|para|al|del|a la) [cliente] {customer}`,
    '{unlabel} [la] etiqueta {name} [(en|del|de|para|al|a)] [(cliente|telefono)] {phone}',
    '{unlabel} [la] etiqueta {label} (de|a|al|del|a la|de la) [cliente] {customer}',
    '{unlabel} [el] {tag} (de|a|al|del|a la|de la) [cliente] {customer}',
  ],
};
