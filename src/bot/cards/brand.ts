/** The product's own greens, which in a shop's pictures give way to the shop's colour. */
export const OWN = { deep: '#0c3b35', fresh: '#17705f', mist: '#cfe5de' } as const;
/** Of white text on it, as WCAG 2.2 asks of small text (1.4.3). */
const LEAST_CONTRAST = 4.5;

type Rgb = readonly [number, number, number];

/** A picture in the shop's colour (`#rrggbb`), made darker where white on it could not be read. */
export function wearing(svg: string, colour: string | null): string {
  if (colour === null) return svg;
  const fresh = readable(rgbOf(colour));
  const mist = mixed(fresh, [255, 255, 255], 0.8);
  return svg
    .replaceAll(OWN.fresh, hexOf(fresh))
    .replaceAll(OWN.deep, hexOf(mixed(fresh, [0, 0, 0], 0.45)))
    .replaceAll(OWN.mist, hexOf(mist));
}

function readable(colour: Rgb): Rgb {
  let darker = colour;
  while (1.05 / (luminance(darker) + 0.05) < LEAST_CONTRAST) darker = mixed(darker, [0, 0, 0], 0.1);
  return darker;
}

/** Relative, by WCAG's definition. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const hexOf = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
