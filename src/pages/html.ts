/** HTML that may stand as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly Html[];

/** A template whose parts are escaped unless they are HTML already; null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, i) => text + textOf(parts[i - 1] ?? null) + string));
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escaped(String(part));
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"'\p{Cc}]/gu, (character) =>
    /\p{Cc}/u.test(character) ? ' ' : `&#${character.codePointAt(0)};`,
  );
