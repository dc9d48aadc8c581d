import type { Font } from './font';

/** The two weights that cards are set in. */
export interface Fonts {
  regular: Font;
  bold: Font;
}

export interface TextStyle {
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  /** `#rrggbb`. */
  fill: string;
  bold?: boolean;
  anchor?: 'start' | 'middle';
  letterSpacing?: number;
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/** One line. The text may hold anything that XML allows. */
export function textLine(text: string, style: TextStyle): string {
  const { x, y, size, fill, bold = false, anchor = 'start', letterSpacing = 0 } = style;
  return (
    `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${bold ? 700 : 400}" ` +
    `fill="${fill}" text-anchor="${anchor}" letter-spacing="${letterSpacing}">${escapeXml(text)}</text>`
  );
}

/** What of a text the font can show, in composed letters and with single spaces: an emoji or a control is left out. */
export function drawable(text: string, font: Font): string {
  return Array.from(
    text
      .normalize('NFC')
      .replaceAll(/\s/gu, ' ')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ''),
  )
    .filter((character) => font.has(character))
    .join('')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/** The largest size at which a text keeps within a width; at the smallest the text is cut and ends in an ellipsis. */
export function fitLine(
  text: string,
  font: Font,
  bounds: { width: number; largest: number; smallest: number },
): { text: string; size: number } {
  const { width, largest, smallest } = bounds;
  const natural = font.widthOf(text, 1);
  const size = Math.min(largest, Math.floor(width / Math.max(natural, Number.EPSILON)));
  if (size >= smallest) return { text, size };
  const characters = Array.from(text);
  const cut = (): string => `${characters.join('').trimEnd()}…`;
  while (characters.length > 1 && font.widthOf(cut(), smallest) > width) characters.pop();
  return { text: cut(), size: smallest };
}
