/** SQL over a row of `customers`: they said yes to offers, which is what sending asks for too, and may have them. */
export const wantsOffers = (customer: string): string =>
  `NOT ${customer}.messages_stopped AND ${customer}.marketing_consent AND ${customer}.blocked_at IS NULL`;
