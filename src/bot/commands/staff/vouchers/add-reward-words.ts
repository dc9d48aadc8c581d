import type { Command } from '../../../command';

/** How managers put a reward into the catalogue. */
export const addRewardWords: Pick<Command, 'patterns' | 'examples'> = {
  patterns: {
    pt: [
      '[(novo|nova|criar|adicionar|incluir|cadastrar|quero|quero criar)] [(um|uma|o)] (premio|recompensa|brinde) {name} (por|custa|vale) {points} (pontos|ponto) [({stores}|{at_stores})] [(limite|maximo) [de] {number} por cliente] [(em|para) compras a partir de {amount_cents}] [({stores}|{at_stores})]',
      '[(criar|adicionar|adiciona|cadastrar|cadastra|colocar|coloca|botar|bota|poe)] [(um|uma|o)] [novo] (premio|recompensa|brinde) [novo] {name} (por|custa|vale) {points} (pontos|ponto) [({stores}|{at_stores})]',
      '[(novo|criar|adicionar|adiciona|cadastrar|cadastra|colocar|coloca|botar|bota|poe)] [(um|uma|o)] [novo] (premio|recompensa|brinde) [novo] {name} {points} (pontos|ponto) [({stores}|{at_stores})]',
      '[(o|a)] {prize} agora (custa|vale|sai por) {points} pontos',
      '(muda|mudar|mude|passa|passar) (o|a) {prize} para {points} pontos',
      '(quem|cliente que) (tiver|juntar|fizer|tem|junta) {points} pontos (troca|trocar|pode trocar) por [(um|uma)] {name}',
      '[como] (criar|adicionar|incluir|cadastrar) [(um|uma|novo|nova)] (premio|recompensa|brinde|premios)',
    ],
    en: [
      '[(new|add|create)] [(a|the)] reward {name} for {points} (points|point) [({stores}|{at_stores})] [(limit|limited to|at most) [of] {number} per customer] [on purchases from {amount_cents}] [({stores}|{at_stores})]',
      '[(add|create|register|put up)] [(a|the)] [new] (reward|gift|prize) {name} (for|costs) {points} (points|point) [({stores}|{at_stores})]',
      '[(new|add|create|register|put up)] [(a|the)] [new] (reward|gift|prize) {name} {points} (points|point) [({stores}|{at_stores})]',
      '(whoever|customers who|anyone who) (has|have|collects|collect|gets) {points} points (can swap|swaps|swap|trades|can trade) [them] for [(a|an)] {name}',
      '[how do i] (add|create) [(a|new|a new)] (reward|rewards)',
    ],
    es: [
      '[(nuevo|crear|agregar|poner|quiero crear)] [(un|el)] (premio|recompensa) {name} por {points} (puntos|punto) [({stores}|{at_stores})] [(limite|maximo) [de] {number} por cliente] [(en|para) compras desde {amount_cents}] [({stores}|{at_stores})]',
      '[(crear|crea|agregar|agrega|registrar|registra|poner|pon)] [(un|el)] [nuevo] (premio|recompensa|regalo) [nuevo] {name} (por|cuesta|vale) {points} (puntos|punto) [({stores}|{at_stores})]',
      '[(nuevo|crear|crea|agregar|agrega|registrar|registra|poner|pon)] [(un|el)] [nuevo] (premio|recompensa|regalo) [nuevo] {name} {points} (puntos|punto) [({stores}|{at_stores})]',
      '(quien|cliente que) (tenga|junte|tiene|junta) {points} puntos [(lo|los)] (cambia|cambiar|puede cambiar) por [(un|una)] {name}',
      '[como] (crear|agregar|poner) [(un|nuevo)] (premio|premios)',
    ],
  },
  examples: {
    pt: [
      { says: 'prêmio: café por 100 pontos', args: { name: 'café', points: 100 } },
      {
        says: 'prêmio: R$ 10 por 200 pontos, limite 2 por cliente',
        args: { name: 'R$ 10', points: 200, number: 2 },
      },
      {
        says: 'prêmio: 20% de desconto até R$ 30 por 1.500 pontos em compras a partir de R$ 50',
        args: { name: '20% de desconto até R$ 30', points: 1500, amount_cents: 5000 },
      },
      {
        says: 'prêmio: café por 100 pontos só na loja Centro',
        args: { name: 'café', points: 100, stores: 'Centro' },
      },
    ],
    en: [
      { says: 'reward: coffee for 100 points', args: { name: 'coffee', points: 100 } },
      {
        says: 'reward: R$ 10 for 200 points, limit 2 per customer',
        args: { name: 'R$ 10', points: 200, number: 2 },
      },
      {
        says: 'reward: coffee for 100 points only at the Centro store',
        args: { name: 'coffee', points: 100, stores: 'Centro' },
      },
    ],
    es: [
      { says: 'premio: café por 100 puntos', args: { name: 'café', points: 100 } },
      {
        says: 'premio: R$ 10 por 200 puntos, límite 2 por cliente',
        args: { name: 'R$ 10', points: 200, number: 2 },
      },
      {
        says: 'premio: café por 100 puntos solo en la tienda Centro',
        args: { name: 'café', points: 100, stores: 'Centro' },
      },
    ],
  },
};
