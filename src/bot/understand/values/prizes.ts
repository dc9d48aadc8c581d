/** What else has a figure of points: rules and settings, sales, who earns and what they have, and money by itself. */
const NO_PRIZE =
  /\b(?:regras?|cada|compras?|vendas?|gast[oa]s?|saldos?|cashback|pontos?|minim[oa]s?|maxim[oa]s?|limites?|validade|prazo|nivel|niveis|clientes?|indica\w*|amig[oa]s?|aniversari\w*|cadastros?|campanhas?|resgates?)\b|^(?:r\$ ?)?\d+(?:[.,]\d+)?(?: rea(?:l|is))?$/;

/** A thing of the shop's, where nothing but its price in points tells that it is a prize. */
export const PRIZE = {
  prize: {
    longest: 6,
    fills: 'name' as const,
    samples: { pt: ['cafe'], en: ['coffee'], es: ['cafe'] },
    read: (words: string): string | null => (NO_PRIZE.test(words) ? null : words),
  },
};
