import type { Work } from '../../db';
import {
  isGoodPin,
  pinStateOf,
  record,
  setPin,
  tellOwners,
  tryPin,
  type PinTry,
  type StaffMember,
} from '../../loyalty';
import { html, type Html } from '../../pages/html';
import type { Content, Filled, OneTimePage, Visit } from '../../pages/one-time';
import { field, form, notice, paragraph } from '../../pages/shell';
import type { LinkPurpose } from '../../pages/one-time-links';
import { answerPin, waitingIn } from '../conversation';
import { formatIn, messagesIn, type Messages } from '../messages';

type AnyVisit = Pick<Visit<LinkPurpose>, 'staff' | 'shop' | 'lang'>;
type Words = ReturnType<typeof wordsOf>;
type Faults = Partial<Record<'pin' | 'fresh' | 'again', string>>;

/** Where a request that waits in a chat is confirmed; who has no PIN yet creates it here. */
export const pinPage: OneTimePage<'pin'> = {
  purpose: 'pin',
  who: 'cashier',
  async show(visit) {
    const { has, about } = await visit.db.asMerchant(visit.shop.id, async (work) => ({
      has: (await pinStateOf(work, staffOf(visit).id)) !== null,
      about: await waitingIn(work, waitingOf(visit)),
    }));
    return about === null ? goneContent(visit) : entry(visit, { has, about }, {});
  },
  submit: (visit, filled) => visit.db.asMerchant(visit.shop.id, (work) => confirm(work, visit, filled)),
};

/** Where a PIN is changed, or set anew once it was forgotten for long enough. */
export const newPinPage: OneTimePage<'new-pin'> = {
  purpose: 'new-pin',
  who: 'cashier',
  async show(visit) {
    const asks = await visit.db.asMerchant(visit.shop.id, (work) => asksForOld(work, visit));
    return asks === null ? goneContent(visit) : changing(visit, asks, {});
  },
  submit: (visit, filled) => visit.db.asMerchant(visit.shop.id, (work) => change(work, visit, filled)),
};

async function confirm(work: Work, visit: Visit<'pin'>, filled: Filled): Promise<Content | null> {
  const staff = staffOf(visit);
  const about = await waitingIn(work, waitingOf(visit));
  if (about === null) return goneContent(visit);
  const has = (await pinStateOf(work, staff.id)) !== null;
  const faults = has ? await pinFaults(work, visit, filled('pin')) : newFaults(visit, filled);
  if (faults !== null) return entry(visit, { has, about }, faults);
  if (!(await visit.use(work))) return null;
  if (!has) await keepPin(work, staff, filled('fresh'));
  const ran = await answerPin(work, waitingOf(visit));
  const { page } = wordsOf(visit);
  return ran ? { title: page.titleDone, body: notice('good', page.ran) } : goneContent(visit);
}

async function change(work: Work, visit: Visit<'new-pin'>, filled: Filled): Promise<Content | null> {
  const staff = staffOf(visit);
  const asks = await asksForOld(work, visit);
  if (asks === null) return goneContent(visit);
  // The new one first: a slip in it must not cost a try.
  const faults = newFaults(visit, filled) ?? (asks ? await pinFaults(work, visit, filled('pin')) : null);
  if (faults !== null) return changing(visit, asks, faults);
  if (!(await visit.use(work))) return null;
  await keepPin(work, staff, filled('fresh'));
  const { page } = wordsOf(visit);
  return { title: page.titleDone, body: notice('good', page.saved) };
}

async function keepPin(work: Work, staff: StaffMember, pin: string): Promise<void> {
  await setPin(work, staff.id, pin);
  await record(work, staff, 'set-pin', { of: null });
}

/** Whether the PIN of before is asked for; null where it was to be set anew, and may not be. */
async function asksForOld(work: Work, visit: Visit<'new-pin'>): Promise<boolean | null> {
  const state = await pinStateOf(work, staffOf(visit).id);
  if (state === null) return false;
  if (!visit.link.payload.forgotten) return true;
  return state.reset?.isOpen === true ? false : null;
}

/** Null where it is right. A wrong one is counted, and so the transaction must not fail. */
export async function pinFaults(work: Work, visit: AnyVisit, pin: string): Promise<Faults | null> {
  const staff = staffOf(visit);
  const tried = await tryPin(work, staff.id, pin.trim());
  if (tried.right) return null;
  if ('lockedUntil' in tried) {
    const { lockedUntil: at } = tried;
    const alarm = { kind: 'pin-alarm', shop: visit.shop.name, name: staff.name, what: 'locked', at } as const;
    await tellOwners(work, { cause: `pin-locked:${staff.id}:${at}`, notice: alarm });
  }
  return { pin: faultText(visit, tried) };
}

function faultText(visit: AnyVisit, tried: Exclude<PinTry, { right: true }>): string {
  const { page, locked } = wordsOf(visit);
  return 'left' in tried
    ? page.wrong(tried.left)
    : locked(formatIn(visit.lang, visit.shop.zone).time(tried.lockedUntil));
}

function newFaults(visit: AnyVisit, filled: Filled): Faults | null {
  const { page } = wordsOf(visit);
  if (!isGoodPin(filled('fresh').trim())) return { fresh: page.bad };
  return filled('fresh').trim() === filled('again').trim() ? null : { again: page.differ };
}

function entry(
  visit: Visit<'pin'>,
  { has, about }: { has: boolean; about: string },
  faults: Faults,
): Content {
  const { page } = wordsOf(visit);
  const question = withoutAnswer(about.replaceAll(/[*_~]/g, ''), messagesIn(visit.lang));
  const what = html`<blockquote>${question}</blockquote>`;
  const fields = has ? [pinField('pin', page.pin, faults)] : newFields(page, faults);
  const note = has ? html`<p class="hint">${page.forgot}</p>` : null;
  return {
    title: has ? page.titleEnter : page.titleCreate,
    body: html`${what}${form(fields, page.confirm)}${note}`,
    status: statusOf(faults),
  };
}

/** How a question is answered in the chat is left off: here it is answered by the PIN. */
const withoutAnswer = (question: string, { answers }: Messages): string => {
  const answer = Object.values(answers).find((how) => question.endsWith(how)) ?? '';
  return question.slice(0, question.length - answer.length).trimEnd();
};

function changing(visit: Visit<'new-pin'>, asksOld: boolean, faults: Faults): Content {
  const { page } = wordsOf(visit);
  const fields = [...(asksOld ? [pinField('pin', page.now, faults)] : []), ...newFields(page, faults)];
  return { title: page.titleCreate, body: form(fields, page.save), status: statusOf(faults) };
}

const newFields = (page: Words['page'], faults: Faults): Html[] => [
  pinField('fresh', page.fresh, faults, page.hint),
  pinField('again', page.again, faults),
];

export const pinField = (name: keyof Faults, label: string, faults: Faults, hint?: string): Html =>
  field({
    name,
    label,
    secret: true,
    inputMode: 'numeric',
    maxLength: 8,
    ...(hint === undefined ? {} : { hint }),
    ...(faults[name] === undefined ? {} : { error: faults[name] }),
  });

const statusOf = (faults: Faults): number => (Object.keys(faults).length === 0 ? 200 : 422);

function goneContent(visit: AnyVisit): Content {
  const { page } = wordsOf(visit);
  return { title: page.titleGone, body: paragraph(page.gone), status: 410 };
}

const wordsOf = ({ lang }: AnyVisit) => messagesIn(lang).pin;

export function staffOf({ staff }: AnyVisit): StaffMember {
  if (staff === null) throw new Error('a PIN is of the team only');
  return staff;
}

const waitingOf = (visit: Visit<'pin'>): { chatId: string; staffId: string; request: string } => ({
  chatId: visit.link.chatId ?? '',
  staffId: staffOf(visit).id,
  request: visit.link.payload.request,
});
