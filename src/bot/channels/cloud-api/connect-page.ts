import { html, type Html } from '../../../pages/html';
import type { Content, Filled, OneTimePage, Visit } from '../../../pages/one-time';
import { field, form, notice, paragraph, toCopy } from '../../../pages/shell';
import { connectAccount, type AccountKeys, type CallbackKeys } from './account';
import { callbackPath } from './callbacks';
import { connectWords } from './connect-words';
import { Graph } from './graph';

type Purpose = 'connect-whatsapp';
type Field = 'phone_number_id' | 'token' | 'app_secret';
const LONGEST_TOKEN = 1_000;

export interface ConnectPageOptions {
  /** Meta's Graph API. */
  cloudApiUrl: string;
  /** How the outside reaches the public port. */
  publicUrl: () => string;
}

/** The page on which a shop's owner enters the keys of WhatsApp's Cloud API, and reads what Meta has to be told. */
export function createCloudConnectPage(options: ConnectPageOptions): OneTimePage<Purpose> {
  return {
    purpose: 'connect-whatsapp',
    who: 'owner',
    show: (visit) => keysPage(visit),
    submit: (visit, filled) => enterKeys(visit, filled, options),
  };
}

interface Entered {
  phoneNumberId?: string;
  faults?: Partial<Record<Field, string>>;
  /** Of all of it together. */
  fault?: string;
}

function keysPage(
  { lang }: Visit<Purpose>,
  { phoneNumberId = '', faults = {}, fault }: Entered = {},
): Content {
  const say = connectWords[lang];
  const wrong = (name: Field) => (faults[name] === undefined ? {} : { error: faults[name] });
  const fields = [
    field({
      name: 'phone_number_id',
      label: say.phoneNumberId,
      hint: say.where,
      value: phoneNumberId,
      inputMode: 'numeric',
      ...wrong('phone_number_id'),
    }),
    field({
      name: 'token',
      label: say.token,
      hint: say.tokenHint,
      secret: true,
      maxLength: LONGEST_TOKEN,
      ...wrong('token'),
    }),
    field({ name: 'app_secret', label: say.appSecret, secret: true, ...wrong('app_secret') }),
  ];
  const isFaulty = fault !== undefined || Object.keys(faults).length > 0;
  return {
    title: say.title,
    body: html`${fault === undefined ? null : notice('bad', fault)} ${paragraph(say.intro)}
    ${form(fields, say.connect)}`,
    status: isFaulty ? 422 : 200,
  };
}

/** The keys are tried before anything is written: what Meta refuses leaves the link good. */
async function enterKeys(
  visit: Visit<Purpose>,
  filled: Filled,
  { cloudApiUrl, publicUrl }: ConnectPageOptions,
): Promise<Content | null> {
  const say = connectWords[visit.lang];
  const keys = {
    phoneNumberId: filled('phone_number_id').trim(),
    token: filled('token').trim(),
    appSecret: filled('app_secret').trim(),
  };
  const { phoneNumberId } = keys;
  const faults = faultsOf(keys, visit);
  if (Object.keys(faults).length > 0) return keysPage(visit, { phoneNumberId, faults });
  const tried = await new Graph(cloudApiUrl, phoneNumberId, keys.token).check();
  if (!tried.ok)
    return keysPage(visit, {
      phoneNumberId,
      fault: tried.kind === 'refused' ? say.refused : say.unreachable,
    });
  const callback = await visit.db.asMerchant(visit.shop.id, async (work) =>
    (await visit.use(work)) ? connectAccount(work, keys, visit.staff) : null,
  );
  if (callback === null) return null;
  return { title: say.title, body: whatMetaIsTold(visit, callback, publicUrl()) };
}

function faultsOf(keys: AccountKeys, { lang }: Visit<Purpose>): Partial<Record<Field, string>> {
  const say = connectWords[lang];
  const { phoneNumberId, token, appSecret } = keys;
  const missing = (value: string): string | null => (value === '' ? say.missing : null);
  const faults: Record<Field, string | null> = {
    phone_number_id: missing(phoneNumberId) ?? (/^\d{8,20}$/.test(phoneNumberId) ? null : say.noNumber),
    // It travels in a header.
    token: missing(token) ?? (/^[\x21-\x7e]+$/.test(token) ? null : say.refused),
    app_secret: missing(appSecret) ?? (/^[0-9a-f]{32}$/.test(appSecret) ? null : say.noSecret),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null));
}

function whatMetaIsTold({ lang }: Visit<Purpose>, callback: CallbackKeys, base: string): Html {
  const say = connectWords[lang];
  return html`${notice('good', say.connected)} ${paragraph(say.tell)}
  ${toCopy(lang, 'address', say.address, `${base}${callbackPath(callback.address)}`)}
  ${toCopy(lang, 'verify', say.verifyToken, callback.verifyToken)} ${paragraph(say.field)}
  ${paragraph(say.close)}`;
}
