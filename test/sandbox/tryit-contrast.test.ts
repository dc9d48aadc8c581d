import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CSS = join(__dirname, '..', '..', 'src', 'sandbox', 'tryit', 'public', 'css');
const css = readdirSync(CSS)
  .map((file) => readFileSync(join(CSS, file), 'utf8'))
  .join('\n');

/** The colours by name, as the light or the dark scheme has them. */
function colours(scheme: 'light' | 'dark'): Map<string, string> {
  const dark = [...css.matchAll(/@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/g)];
  const light = [...css.matchAll(/^:root \{([^}]*)\}/gm)];
  const blocks = [...light, ...(scheme === 'dark' ? dark : [])].map(([, block]) => block ?? '');
  return new Map(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(
        ([, name = '', hex = '']) => [name, hex] as const,
      ),
    ),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT_ON: readonly [string, readonly string[]][] = [
  ['ink', ['ground', 'surface', 'raised', 'chosen']],
  ['muted', ['ground', 'surface', 'raised']],
  ['accent', ['surface', 'accent-soft', 'theirs', 'chosen']],
  ['accent-ink', ['accent']],
  ['danger', ['surface', 'danger-soft']],
  ['warning', ['warning-soft']],
  ['said', ['mine', 'theirs']],
  ['stamp', ['mine', 'theirs']],
  ['read', ['theirs']],
];

describe('the try-it page’s colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(['light', 'dark'] as const)('can be read in the %s scheme (AA)', (scheme) => {
    const of = colours(scheme);
    const pairs = TEXT_ON.flatMap(([text, grounds]) => grounds.map((ground) => ({ text, ground })));
    const tooFaint = pairs
      .map(({ text, ground }) => ({
        text,
        ground,
        ratio: contrast(of.get(text) ?? '', of.get(ground) ?? ''),
      }))
      .filter(({ ratio }) => !(ratio >= 4.5));
    expect(tooFaint).toEqual([]);
    expect(contrast(of.get('focus') ?? '', of.get('ground') ?? '')).toBeGreaterThanOrEqual(3);
  });
});
