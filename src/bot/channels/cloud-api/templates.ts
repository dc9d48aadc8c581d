import type { Work } from '../../../db';
import { hasText, isMessageKind, MESSAGES, type Language, type Variable } from '../../../loyalty';

/** A template that the shop has registered with Meta for a kind of message. */
export interface Template {
  name: string;
  /** Meta's language code, such as `pt_BR`. */
  code: string;
  /** What {{1}}, {{2}} … of its body are. */
  variables: readonly Variable[];
  hasPicture: boolean;
}

interface Row {
  kind: string;
  language: Language;
  name: string;
  code: string;
  variables: Variable[];
  has_picture: boolean;
}

/** The shop's templates: for a kind of message in a language, null where none is registered. */
export type Templates = (kind: string, language: Language) => Template | null;

export async function loadTemplates(work: Work): Promise<Templates> {
  const rows = await work.trx<Row>('message_templates').select();
  return (kind, language) => {
    const row = rows.find((one) => one.kind === kind && one.language === language);
    if (row === undefined) return null;
    const { name, code, variables, has_picture: hasPicture } = row;
    return { name, code, variables, hasPicture };
  };
}

export async function saveTemplate(
  work: Work,
  { kind, language, ...template }: Template & { kind: string; language: Language },
): Promise<void> {
  const { name, code, variables, hasPicture } = template;
  const row = { name, code, variables: [...variables], has_picture: hasPicture };
  await work
    .trx('message_templates')
    .insert({ merchant_id: work.merchantId, kind, language, ...row })
    .onConflict(['merchant_id', 'kind', 'language'])
    .merge(['name', 'code', 'variables', 'has_picture']);
}

/** Kinds of messages for which a template is missing, in a language. */
export async function missingTemplates(work: Work, language: Language): Promise<string[]> {
  const rows = await work.trx<Row>('message_templates').where({ language }).select('kind');
  const there = new Set(rows.map(({ kind }) => kind));
  const kinds = (Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]).filter(hasText);
  return [...kinds, STAFF_TEMPLATE].filter((kind) => kind !== 'welcome' && !there.has(kind));
}

/** For what goes to the shop's own people: all of it is its `words`. */
export const STAFF_TEMPLATE = 'staff-notice';

/** What a template of this kind may put in; null where there is no such kind. */
function variablesOf(kind: string): readonly Variable[] | null {
  if (kind === STAFF_TEMPLATE) return ['shop', 'words'];
  return isMessageKind(kind) && hasText(kind) ? MESSAGES[kind].variables : null;
}

const CODES: Readonly<Record<string, Language>> = { pt: 'pt', en: 'en', es: 'es' };

/**
 * `kind:code:name[:variables][:picture]`, such as `benefit-earned:pt_BR:smartbis_ganhou:amount,sale,use,balance`. Returns what
 * is wrong with it as a text for the operator.
 */
export function parseTemplate(
  written: string,
): (Template & { kind: string; language: Language }) | { fault: string } {
  const [kind = '', code = '', name = '', listed = '', header = ''] = written
    .split(':')
    .map((part) => part.trim());
  const known: readonly string[] | null = variablesOf(kind);
  if (known === null) return { fault: `there is no kind of message “${kind}”` };
  const language = CODES[code.slice(0, 2)];
  if (language === undefined || !/^[a-z]{2}(?:_[A-Z]{2})?$/.test(code))
    return { fault: `“${code}” is no language of Meta's that is spoken here (pt_BR, en, es…)` };
  if (!/^[a-z0-9_]{1,512}$/.test(name)) return { fault: `“${name}” is no name of a template` };
  if (header !== '' && header !== 'picture') return { fault: `“${header}” is no header: only “picture” is` };
  const variables = listed === '' ? [] : listed.split(',').map((one) => one.trim());
  const stray = variables.find((variable) => !known.includes(variable));
  if (stray !== undefined) return { fault: `“${stray}” is no variable of ${kind}: ${known.join(', ')}` };
  return { kind, language, name, code, variables: variables as Variable[], hasPicture: header === 'picture' };
}
