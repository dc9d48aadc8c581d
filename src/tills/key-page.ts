import { makeTillKey, type Result } from '../loyalty';
import { html } from '../pages/html';
import type { Content, Filled, OneTimePage, Visit } from '../pages/one-time';
import { field, form, notice, paragraph, toCopy } from '../pages/shell';
import { keyWords } from './key-words';

type Purpose = 'till-key';
const LONGEST_NAME = 40;

/** The page on which a till's key is made, and shown this once. */
export const tillKeyPage: OneTimePage<Purpose> = {
  purpose: 'till-key',
  who: 'owner',
  show: (visit) => namePage(visit, visit.link.payload.name ?? ''),
  submit,
};

function namePage({ lang }: Visit<Purpose>, value: string, error?: string): Content {
  const say = keyWords[lang];
  const named = {
    name: 'name',
    label: say.name,
    hint: say.nameHint,
    value,
    maxLength: LONGEST_NAME,
    ...(error === undefined ? {} : { error }),
  };
  return {
    title: say.title,
    body: html`${paragraph(say.intro)} ${form([field(named)], say.show)}`,
    status: error === undefined ? 200 : 422,
  };
}

async function submit(visit: Visit<Purpose>, filled: Filled): Promise<Content | null> {
  const { db, shop, lang, staff } = visit;
  const say = keyWords[lang];
  const name = filled('name')
    .replaceAll(/[\p{C}*_~`<>]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
  if (name === '' || staff === null) return namePage(visit, '', say.missing);
  const made = await db.asMerchant(shop.id, async (work): Promise<Result<{ key: string }> | null> =>
    (await visit.use(work)) ? makeTillKey(work, { name, by: staff }) : null,
  );
  if (made === null) return null;
  if (!made.ok)
    return {
      title: say.title,
      body: notice('bad', made.refusal.code === 'till-key-limit' ? say.limit(made.refusal.maximum) : ''),
    };
  const body = html`${notice('good', say.made(name))} ${toCopy(lang, 'key', say.key, made.value.key)}
  ${notice('bad', say.once)} ${paragraph(say.use)} ${paragraph(say.close)}`;
  return { title: say.title, body };
}
