import { tellOwners } from '../loyalty';
import { html, type Html } from '../pages/html';
import type { Content, Filled, OneTimePage, Visit } from '../pages/one-time';
import { choice, field, form, notice, paragraph, toCopy } from '../pages/shell';
import {
  connect,
  endsOneEarly,
  isOfAnother,
  lastTotalIs,
  replaceKeys,
  rotateSigningSecret,
  tryKeys,
} from './connect';
import { connectWords, type ConnectWords } from './connect-words';
import type { ConnectionSecrets, NewConnection } from './connections';

type Purpose = 'connect-smartpos';
const LONGEST_KEY = 500;
/** The owner wants benefits for what was sold before. */
const JUDGE = 'judge';
/** At this company's SmartPOS the discount is still to be taken off a sale's total. */
const BEFORE = 'before-discount';
const AFTER = 'after-discount';

export interface ConnectPageOptions {
  /** SmartPOS's API. */
  smartposUrl: string;
  /** How the outside reaches the public port. */
  publicUrl: () => string;
}

/** The page on which a shop's owner enters the key pair, or makes a new signing secret. */
export function createConnectPage(options: ConnectPageOptions): OneTimePage<Purpose> {
  return {
    purpose: 'connect-smartpos',
    who: 'owner',
    show: (visit) => (visit.link.payload.replace === 'signing-secret' ? rotatePage(visit) : keysPage(visit)),
    submit: (visit, filled) =>
      visit.link.payload.replace === 'signing-secret'
        ? rotate(visit, options)
        : enterKeys(visit, filled, options),
  };
}

interface KeysEntered {
  keyId?: string;
  /** What was chosen; without it as it is. */
  history?: string | undefined;
  total?: string | undefined;
  /** Which of the two is not filled in. */
  missing?: readonly string[];
  fault?: string;
}

async function keysPage(visit: Visit<Purpose>, entered: KeysEntered = {}): Promise<Content> {
  const { db, shop, lang, link } = visit;
  const { keyId, missing = [], fault, history } = entered;
  const say = connectWords[lang];
  const wrong = (name: string) => (missing.includes(name) ? { error: say.missing } : {});
  const isNew = link.payload.replace === null;
  const total = entered.total ?? (isNew ? await db.asMerchant(shop.id, lastTotalIs) : undefined);
  const body = html`${fault === undefined ? null : notice('bad', fault)} ${paragraph(say.intro)}
  ${form(
    [
      field({
        name: 'key_id',
        label: say.keyId,
        hint: say.where,
        value: keyId ?? '',
        maxLength: LONGEST_KEY,
        ...wrong('key_id'),
      }),
      field({
        name: 'key_secret',
        label: say.keySecret,
        secret: true,
        maxLength: LONGEST_KEY,
        ...wrong('key_secret'),
      }),
      ...(isNew ? [historyChoice(say, history), totalChoice(say, total)] : []),
    ],
    say.connect,
  )}`;
  return {
    title: say.title,
    body,
    status: fault === undefined && missing.length === 0 ? 200 : 422,
  };
}

const historyChoice = (say: ConnectWords, chosen: string | undefined): Html =>
  choice(
    'history',
    say.history,
    [
      { value: 'know', label: say.know, hint: say.knowHint },
      { value: JUDGE, label: say.judge, hint: say.judgeHint },
    ],
    chosen,
  );

const totalChoice = (say: ConnectWords, chosen: string | undefined): Html =>
  choice(
    'total',
    say.total,
    [
      { value: AFTER, label: say.totalPaid, hint: say.totalPaidHint },
      { value: BEFORE, label: say.totalBefore, hint: say.totalBeforeHint },
    ],
    chosen,
  );

/** Null: the link was used meanwhile. */
type Entered = ConnectionSecrets | 'replaced' | 'other' | null;

/** The keys are tried before anything is written: what SmartPOS refuses leaves the link good. */
async function enterKeys(
  visit: Visit<Purpose>,
  filled: Filled,
  options: ConnectPageOptions,
): Promise<Content | null> {
  const { db, shop, lang, link, staff } = visit;
  const say = connectWords[lang];
  const [keyId, keySecret] = [headerValue(filled('key_id')), headerValue(filled('key_secret'))];
  const missing = [...(keyId === '' ? ['key_id'] : []), ...(keySecret === '' ? ['key_secret'] : [])];
  const chosen = { history: filled('history') || undefined, total: filled('total') || undefined };
  const again = (why: KeysEntered): Promise<Content> => keysPage(visit, { keyId, ...chosen, ...why });
  if (missing.length > 0) return again({ missing });
  const keys = { baseUrl: options.smartposUrl, apiKeyId: keyId, apiKeySecret: keySecret };
  const trial = await tryKeys(keys, Date.now());
  if (!trial.ok) return again({ fault: say.faults[trial.fault] });

  const totalIs = ([AFTER, BEFORE] as const).find((one) => one === chosen.total);
  const { ok: _, ...whose } = trial;
  const { company } = whose;
  const connection: NewConnection = { ...keys, ...whose };
  const done = await db.asMerchant(shop.id, async (work): Promise<Entered> => {
    const replaces = link.payload.replace === 'keys';
    // The link stays good for the keys that are meant.
    if (replaces && (await isOfAnother(work, connection))) return 'other';
    if (!(await visit.use(work))) return null;
    const isReplaced = replaces && (await replaceKeys(work, connection, staff));
    const secrets = isReplaced
      ? 'replaced'
      : await connect(work, { ...connection, totalIs }, staff, chosen.history === JUDGE);
    await tellOwners(work, {
      cause: `connected:${link.id}`,
      notice: { kind: 'smartpos-connected', shop: shop.name, company },
    });
    return secrets;
  });
  if (done === null) return null;
  if (done === 'other') return again({ fault: say.other(company) });
  const body =
    done === 'replaced'
      ? html`${notice('good', say.replaced)} ${paragraph(say.close)}`
      : html`${notice('good', say.connected(trial.company))} ${secretsOnce(visit, done, options)}`;
  return { title: say.title, body };
}

async function rotatePage({ lang, db, shop }: Visit<Purpose>): Promise<Content> {
  const say = connectWords[lang];
  const warning = (await db.asMerchant(shop.id, endsOneEarly)) ? notice('bad', say.endsOldest) : null;
  return {
    title: say.rotateTitle,
    body: html`${paragraph(say.rotateIntro)} ${warning} ${form([], say.rotate)}`,
  };
}

async function rotate(visit: Visit<Purpose>, options: ConnectPageOptions): Promise<Content | null> {
  const say = connectWords[visit.lang];
  const secrets = await visit.db.asMerchant(visit.shop.id, async (work) =>
    (await visit.use(work)) ? ((await rotateSigningSecret(work, visit.staff)) ?? 'none') : null,
  );
  if (secrets === null) return null;
  if (secrets === 'none') return { title: say.rotateTitle, body: notice('bad', say.nothingConnected) };
  const body = html`${notice('good', `${say.rotated} ${say.overlap}`)} ${secretsOnce(visit, secrets, options)}`;
  return { title: say.rotateTitle, body };
}

function secretsOnce(
  { lang }: Visit<Purpose>,
  { id, signingSecret }: ConnectionSecrets,
  { publicUrl }: ConnectPageOptions,
): Html {
  const say = connectWords[lang];
  return html`${paragraph(say.tell)}
  ${toCopy(lang, 'address', say.address, `${publicUrl()}/v1/smartpos/events/${id}`)}
  ${toCopy(lang, 'secret', say.secret, signingSecret)} ${notice('bad', say.once)} ${paragraph(say.close)}`;
}

/** A key travels in a header: what cannot stand in one is no key. */
const headerValue = (entered: string): string =>
  entered.trim().length <= LONGEST_KEY && /^[\x21-\x7e]+$/.test(entered.trim()) ? entered.trim() : '';
