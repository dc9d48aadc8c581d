import type { Choice, Choices, OutboundMessage } from '../../channel';
import type { Template } from './templates';

/** Meta's limits, in characters; https://developers.facebook.com/docs/whatsapp/cloud-api/messages. */
const LONGEST = {
  text: 4096,
  caption: 1024,
  interactive: 1024,
  button: 20,
  row: 24,
  description: 72,
  id: 200,
};
const MOST = { buttons: 3, rows: 10 };

/** A file that was uploaded for this message. */
export interface Uploaded {
  type: 'image' | 'document';
  id: string;
  fileName: string;
}

/** A message in free words: with buttons where they fit, else as text with its numbers. */
export function freePayload(message: OutboundMessage, file: Uploaded | null): object {
  const { text, choices } = message;
  const interactive = choices === undefined ? null : interactivePayload(text, choices, file);
  if (interactive !== null) return { type: 'interactive', interactive };
  if (file === null) return { type: 'text', text: { body: cut(text, LONGEST.text), preview_url: false } };
  const caption = text === '' ? {} : { caption: cut(text, LONGEST.caption) };
  const name = file.type === 'document' ? { filename: file.fileName } : {};
  return { type: file.type, [file.type]: { id: file.id, ...caption, ...name } };
}

/** Null where the choices do not fit into what WhatsApp shows; of many, the first are shown and the others stay numbered. */
function interactivePayload(text: string, { title, options }: Choices, file: Uploaded | null): object | null {
  const shown = options.slice(0, MOST.rows);
  const body = withoutNumbers(text, shown.length);
  if (shown.length === 0 || body === '' || body.length > LONGEST.interactive) return null;
  if (shown.some((one) => tapId(one).length > LONGEST.id)) return null;
  const isShort = shown.length <= MOST.buttons && shown.every(({ label }) => label.length <= LONGEST.button);
  if (isShort)
    return {
      type: 'button',
      ...(file === null ? {} : { header: { type: file.type, [file.type]: { id: file.id } } }),
      body: { text: body },
      action: {
        buttons: shown.map((one) => ({ type: 'reply', reply: { id: tapId(one), title: one.label } })),
      },
    };
  // A list has no picture.
  if (file !== null) return null;
  const rows = shown.map((one) => ({
    id: tapId(one),
    title: cut(one.label, LONGEST.row),
    ...(one.label.length > LONGEST.row ? { description: cut(one.label, LONGEST.description) } : {}),
  }));
  return {
    type: 'list',
    body: { text: body },
    action: { button: cut(title, LONGEST.button), sections: [{ rows }] },
  };
}

/** What Meta hands back when a choice is tapped; `sayingOf` reads it. */
const tapId = ({ says, anytime }: Choice): string => `${anytime ? 'wish' : 'answer'}:${says}`;

/** What a tap says, and whether it means that at any time. */
export function sayingOf(tapped: string): { says: string; anytime: boolean } {
  const [, kind, says = tapped] = /^(wish|answer):(.*)$/s.exec(tapped) ?? [];
  return { says, anytime: kind === 'wish' };
}

/** Without so many of its numbered lines, the first. */
function withoutNumbers(text: string, count: number): string {
  let left = count;
  const isShown = (line: string): boolean => {
    left -= /^\d+\. /.test(line) ? 1 : 0;
    return left >= 0 && /^\d+\. /.test(line);
  };
  return text
    .split('\n')
    .filter((line) => !isShown(line))
    .join('\n')
    .trim();
}

/** A registered template with its values; null where one of them is not known. */
export function templatePayload(
  template: Template,
  values: Readonly<Record<string, string | null | undefined>>,
  picture: Uploaded | null,
): object | null {
  const texts = template.variables.map((variable) => values[variable] ?? null);
  if (texts.includes(null) || (template.hasPicture && picture === null)) return null;
  const components = [
    ...(template.hasPicture && picture !== null
      ? [{ type: 'header', parameters: [{ type: 'image', image: { id: picture.id } }] }]
      : []),
    ...(texts.length === 0
      ? []
      : [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text: parameter(text ?? '') })) }]),
  ];
  const { name, code } = template;
  return { type: 'template', template: { name, language: { code }, components } };
}

/** Meta takes no line breaks, tabs or wide gaps in what is put into a template; bold is the template's own matter. */
const parameter = (text: string): string => text.replaceAll(/[*_~]/g, '').replaceAll(/\s+/g, ' ').trim();

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
