import type { Language } from '../../../../loyalty';

const ADJUST = { pt: '(ajustar|ajusta|ajuste)', en: 'adjust', es: '(ajustar|ajusta)' };
const WHY = {
  pt: '[(motivo|por que|por causa de) {reason}]',
  en: '[(reason|because|because of|for) {reason}]',
  es: '[(motivo|por que|por) {reason}]',
};
const WHOM = {
  pt: '(para|no saldo de|no saldo da|no saldo do|na conta de|na conta da|na conta do) [(o|a)] [cliente] {customer}',
  en: '(to|for) [the] [customer] {customer}',
  es: '(a|al|a la|para|en la cuenta de|al saldo de) [(el|la)] [cliente] {customer}',
};
const FROM = {
  pt: '(da|do|de|da conta da|da conta do|da conta de|do saldo da|do saldo do|do saldo de) [cliente] {customer}',
  en: '(from|off) [the] [customer] {customer}',
  es: '(a|al|a la|de|del|de la|del saldo de|de la cuenta de) [cliente] {customer}',
};
const GIVE = {
  pt: '(da|dar|poe|por|bota|botar|coloca|colocar|adiciona|adicionar|acrescenta|acrescentar|soma|somar|credita|creditar)',
  en: '(add|give|credit)',
  es: '(da|dar|dale|suma|sumar|sumale|agrega|agregar|agregale|pon|poner|ponle|acredita|acreditar)',
};
const TAKE = {
  pt: '(tira|tirar|tire|retira|retirar|desconta|descontar|debita|debitar|remove|remover|abate|abater)',
  en: '(take|deduct|remove|subtract)',
  es: '(quita|quitar|quitale|resta|restar|restale|descuenta|descontar|descuentale|saca|sacar|sacale)',
};

/** A balance put up, down, or to what it is to be. A name beside its figure needs a verb that says which. */
export const adjustPatterns: Record<Language, readonly string[]> = {
  pt: [
    `${ADJUST.pt} [(saldo|o saldo)] [em] {signed_cents} [(para|pro|pra|do|da|no|na|de|ao)] [(cliente|telefone)] ({phone}|{customer} [{phone}]) [[(motivo|porque|por causa de)] {reason}]`,
    `${ADJUST.pt} [em] {signed_points} (ponto|pontos) [(para|pro|pra|do|da|no|na|de|ao)] [(cliente|telefone)] ({phone}|{customer} [{phone}]) [[(motivo|porque|por causa de)] {reason}]`,
    `${ADJUST.pt} [(saldo|o saldo)] [(do|de um)] [cliente]`,
    `${GIVE.pt} {signed_cents} [de (cashback|saldo|credito)] ${WHOM.pt} ${WHY.pt}`,
    `${GIVE.pt} {signed_points} (ponto|pontos) ${WHOM.pt} ${WHY.pt}`,
    `${TAKE.pt} {taken_cents} [de (cashback|saldo|credito)] ${FROM.pt} ${WHY.pt}`,
    `${TAKE.pt} {taken_points} (ponto|pontos) ${FROM.pt} ${WHY.pt}`,
    '(deixa|deixar|poe|coloca|colocar|bota|acerta|acertar|muda|mudar) [o] (saldo|cashback) (da|do|de) [cliente] {customer} {exactly} {amount_cents}',
    '(deixa|deixar|poe|coloca|colocar|bota|acerta|acertar|muda|mudar) [os] pontos (da|do|de) [cliente] {customer} {exactly} {points} [(pontos|ponto)]',
    '(deixa|deixar|coloca|colocar|bota|acerta) [(o|a)] [cliente] {customer} {exactly} {points} (pontos|ponto)',
    '(deixa|deixar|coloca|colocar|bota|acerta) [(o|a)] [cliente] {customer} {exactly} {amount_cents} [de (cashback|saldo|credito)]',
    `{emptied} [(o|os|todos os)] ({no_points}|{no_cents}) (da|do|de) [cliente] {customer} ${WHY.pt}`,
  ],
  en: [
    `${ADJUST.en} [[the] balance] [by] {signed_cents} [(for|of|to)] [the] [(customer|phone)] ({phone}|{customer} [{phone}]) [[(reason|because|because of)] {reason}]`,
    `${ADJUST.en} [by] {signed_points} (point|points) [(for|of|to)] [the] [(customer|phone)] ({phone}|{customer} [{phone}]) [[(reason|because|because of)] {reason}]`,
    `${ADJUST.en} [a] [customer] [balance]`,
    `${GIVE.en} {signed_cents} [of (cashback|credit)] ${WHOM.en} ${WHY.en}`,
    `${GIVE.en} {signed_points} (point|points) ${WHOM.en} ${WHY.en}`,
    `give {customer} {signed_cents} [of (cashback|credit)] ${WHY.en}`,
    `give {customer} {signed_points} [more] (point|points) ${WHY.en}`,
    `${TAKE.en} {taken_cents} [of (cashback|credit)] ${FROM.en} ${WHY.en}`,
    `${TAKE.en} {taken_points} (point|points) ${FROM.en} ${WHY.en}`,
    'set [the] balance of [customer] {customer} {exactly} {amount_cents}',
    'set [the] points of [customer] {customer} {exactly} {points} [(points|point)]',
    'set [customer] {customer} {exactly} {points} (points|point)',
    'set {customers} (balance|cashback) {exactly} {amount_cents}',
    'set {customers} points {exactly} {points} [(points|point)]',
    `{emptied} [(the|all the)] ({no_points}|{no_cents}) of [customer] {customer} ${WHY.en}`,
    `{emptied} {customers} ({no_points}|{no_cents}) ${WHY.en}`,
  ],
  es: [
    `${ADJUST.es} [(saldo|el saldo)] [en] {signed_cents} [(para|del|de|al|a)] [(cliente|telefono)] ({phone}|{customer} [{phone}]) [[(motivo|porque|por)] {reason}]`,
    `${ADJUST.es} [en] {signed_points} (punto|puntos) [(para|del|de|al|a)] [(cliente|telefono)] ({phone}|{customer} [{phone}]) [[(motivo|porque|por)] {reason}]`,
    `${ADJUST.es} [(saldo|el saldo)] [(del|de un)] [cliente]`,
    `${GIVE.es} {signed_cents} [de (cashback|saldo|credito)] ${WHOM.es} ${WHY.es}`,
    `${GIVE.es} {signed_points} (punto|puntos) ${WHOM.es} ${WHY.es}`,
    `${TAKE.es} {taken_cents} [de (cashback|saldo|credito)] ${FROM.es} ${WHY.es}`,
    `${TAKE.es} {taken_points} (punto|puntos) ${FROM.es} ${WHY.es}`,
    '(deja|dejar|pon|poner|cambia|cambiar) [el] (saldo|cashback) (de|de la|del) [cliente] {customer} {exactly} {amount_cents}',
    '(deja|dejar|pon|poner|cambia|cambiar) [los] puntos (de|de la|del) [cliente] {customer} {exactly} {points} [(puntos|punto)]',
    '(deja|dejar|pon|poner) [(a|al|a la)] [cliente] {customer} {exactly} {points} (puntos|punto)',
    '(deja|dejar|pon|poner) [(a|al|a la)] [cliente] {customer} {exactly} {amount_cents} [de (cashback|saldo|credito)]',
    `{emptied} [(el|los|todos los)] ({no_points}|{no_cents}) (de|de la|del|a) [cliente] {customer} ${WHY.es}`,
  ],
};
