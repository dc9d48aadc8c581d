/** The 67 area codes of Brazil (Anatel, Plano de Numeração). */
const AREA_CODES = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 ' +
    '65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99'
  ).split(' '),
);

/**
 * A phone as people, tills and WhatsApp write it, as E.164 and the key by which one is found: a Brazilian mobile always
 * with its ninth digit (WhatsApp leaves it out for older accounts), a landline as it is. Other countries' numbers need
 * their `+`. Null where it is no phone.
 */
export function canonicalPhone(text: string): string | null {
  const written = text.trim();
  if (!/^\+?[\d\s().-]{8,24}$/.test(written)) return null;
  const digits = written.replaceAll(/\D/g, '');
  if (written.startsWith('+') && !digits.startsWith('55'))
    return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
  const national =
    digits.startsWith('55') && digits.length >= 12 ? digits.slice(2) : digits.replace(/^0/, '');
  const area = national.slice(0, 2);
  const line = national.slice(2);
  if (!AREA_CODES.has(area)) return null;
  if (/^9\d{8}$/.test(line)) return `+55${area}${line}`;
  if (/^[6-9]\d{7}$/.test(line)) return `+55${area}9${line}`;
  return /^[2-5]\d{7}$/.test(line) ? `+55${area}${line}` : null;
}

/** Opens the chat with a number, in E.164 or its digits alone: https://faq.whatsapp.com/5913398998672934. */
export const chatLink = (phone: string): string => `https://wa.me/${phone.replaceAll(/\D/g, '')}`;

/** The eleven digits of a CPF whose check digits hold (modulus 11, weights from 10 and from 11 down); else null. */
export function validCpf(text: string): string | null {
  const digits = text.replaceAll(/[.\-\s]/g, '');
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return null;
  for (const length of [9, 10]) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Number(digits[i]) * (length + 1 - i);
    if (((sum * 10) % 11) % 10 !== Number(digits[length])) return null;
  }
  return digits;
}
