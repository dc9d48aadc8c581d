/** SQL over `o`, a message of a customer: of their addresses that take mail the latest that was proven. */
export const EMAIL_OF_CUSTOMER = `(SELECT i.value FROM customer_identities i WHERE i.merchant_id = o.merchant_id
  AND i.customer_id = o."customerId" AND i.kind = 'email' AND i.bouncing_since IS NULL ORDER BY i.returned_at IS NOT NULL, i.proven_at DESC NULLS LAST, i.value LIMIT 1)`;

/**
 * SQL over `o`, a message of one of the team: what they said in their own chat (`meu email é …`), which their phone vouches
 * for, or what was proven.
 */
export const emailOfStaff = (
  phone: string,
): string => `(SELECT coalesce(d.value, e.value) FROM customer_identities p
  LEFT JOIN declared_identities d ON d.merchant_id = p.merchant_id AND d.customer_id = p.customer_id AND d.kind = 'email'
    AND d.bouncing_since IS NULL
  LEFT JOIN customer_identities e ON e.merchant_id = p.merchant_id AND e.customer_id = p.customer_id AND e.kind = 'email'
    AND e.bouncing_since IS NULL
  WHERE p.merchant_id = o.merchant_id AND p.kind = 'phone' AND p.value = ${phone} LIMIT 1)`;
