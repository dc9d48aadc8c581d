import { z } from 'zod';
import { changeShop, mayOpenShop, openAnotherShop, zoneOfPhone } from '../../../loyalty';
import { issueLink, latestPayload } from '../../../pages/one-time-links';
import type { Command, Reply, Turn } from '../../command';
import { isOfTeam, isWish } from '../../conversation/hearing';
import { cleanName, firstName, refusalText } from '../../messages';
import { correctionIn, isGreeting, isThanks, isUnsure } from '../../understand';
import { confirmed, staffOf } from '../answers';
import { readSetting, shownSetting, zoneText } from '../staff/setup/shop';
import { shopNameIn, nameInstead } from './shop-name';
import { status } from '../staff/setup/status';

/** A stranger opens a shop of their own where the operator lets them; an owner gives theirs its name, CNPJ and time. */
const told = z.object({ name: z.string(), cnpj: z.string().nullable(), zone: z.string() }).partial();
const whole = z.object({ name: z.string(), cnpj: z.string().nullable(), zone: z.string() });
type Told = z.infer<typeof told>;

const SKIP =
  /^\s*(?:pular|pula|depois|(?:ainda |eu )?n[aã]o (?:tenho|sei|lembro)(?: (?:um|ele|isso))?(?: (?:aqui|agora|de cor|ainda))?|sem cnpj|skip|later|none|(?:no,? )?i do(?: not|n['’]?t) (?:know|have (?:it|one|any)|remember)(?: (?:yet|here|now))?|saltar|despu[eé]s|(?:todav[ií]a |a[uú]n )?no (?:(?:lo )?tengo|(?:lo )?s[eé]|me acuerdo)(?: (?:uno|ninguno))?(?: (?:aqu[ií]|ahora))?)\s*[.!]*\s*$/i;
/** `e se eu não tiver CNPJ?`. */
const HAS_NONE = /\b(?:n[aã]o|sem|no|not|without|don['’]?t|sin|ainda)\b.*\bcnpj\b/i;

export const setupStart: Command = {
  name: 'setup-start',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '(comecar|vamos comecar|quero comecar) [(a loja|minha loja|o programa)]',
      '(abrir|criar|cadastrar|quero abrir|quero criar|quero cadastrar) [(uma|a|minha|{another})] loja',
      '(manda|mande|envia|reenvia|quero) {link_again}',
      '{link_again} nao (abriu|abre|funciona|funcionou)',
      '{link_again} (venceu|expirou|caducou)',
    ],
    en: [
      '(start|begin|get started) [(my|the)] [shop]',
      '(open|create|register|i want to open) [(a|my|{another})] shop',
      '(send|resend) {link_again}',
      '{link_again} (did not open|does not open|does not work|did not work|expired|has expired)',
    ],
    es: [
      '(empezar|comenzar|vamos a empezar|quiero empezar) [(la tienda|mi tienda|el programa)]',
      '(abrir|crear|registrar|quiero abrir|quiero crear) [(una|mi|{another})] tienda',
      '(manda|mandame|envia|enviame|reenvia) {link_again}',
      '{link_again} no (abrio|abre|funciona|funciono)',
      '{link_again} (vencio|expiro|caduco)',
    ],
  },
  examples: {
    pt: [
      { says: 'começar', args: {} },
      { says: 'quero abrir minha loja', args: {} },
    ],
    en: [
      { says: 'start', args: {} },
      { says: 'open a shop', args: {} },
    ],
    es: [
      { says: 'empezar', args: {} },
      { says: 'abrir una tienda', args: {} },
    ],
  },
  async handle(turn, { override: another = false, resume = false }) {
    const { shop: say } = turn.say;
    const { staff, customer } = turn.speaker;
    if (staff !== null && resume) return { text: say.whichLink };
    if (staff?.role === 'owner') return next(turn, {}, say.start);
    const here = { text: say.startNotHere(cleanName(turn.shop.name) ?? 'Smartbis') };
    if (staff !== null || !turn.strangersMayOpen) return here;
    if (customer.phone === null) return { text: say.startNoPhone };
    const again = another ? null : await linkAgain(turn);
    if (again !== null || resume) return again ?? here;
    const may = await mayOpenShop(turn.work, customer.phone);
    return may.ok
      ? next(turn, {}, say.start)
      : { text: refusalText(may.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  },
  again: (turn, data) => next(turn, told.parse(data)),
  steps: {
    name: (turn, text, data) => take(turn, 'name', text, told.parse(data)),
    cnpj: (turn, text, data) =>
      SKIP.test(text) || HAS_NONE.test(text)
        ? next(turn, { ...told.parse(data), cnpj: null })
        : take(turn, 'cnpj', text, told.parse(data)),
    zone: (turn, text, data) => {
      // Who skips it is taken to be where their phone is from.
      const zone = zoneOfPhone(turn.speaker.customer.phone ?? '') ?? turn.shop.zone;
      return SKIP.test(text)
        ? next(turn, { ...told.parse(data), zone })
        : take(turn, 'zone', text, told.parse(data));
    },
    confirm: async (turn, text, data) =>
      (await confirmed(turn, text, () => open(turn, whole.parse(data)))) ??
      putRight(turn, text, whole.parse(data), null),
  },
};

/** Null where it is a wish of its own (any text could be a name), and of a CNPJ where it has no figure. */
async function take(
  turn: Turn,
  which: 'name' | 'cnpj' | 'zone',
  text: string,
  data: Told,
): Promise<Reply | null> {
  const { lang, say } = turn;
  if (isUnsure(text, lang)) return null;
  const value = which === 'name' ? shopNameIn(turn, text) : readSetting(which, text, lang);
  if ((value === null || which === 'name') && isWish(turn, text)) return null;
  const again = (words: string): Reply => ({ text: words, ask: { step: which, data: { ...data } } });
  if ((value === null || which === 'name') && isOfTeam(turn, text))
    return again(`${say.shop.onceOpen}\n${say.shop.ask[which]}`);
  if (value !== null) return next(turn, { ...data, [which]: value });
  const right = putRight(turn, text, data, which);
  if (right !== null) return right;
  if (which === 'name' && cleanName(text) !== null) return again(say.shop.nameFirst);
  if (isGreeting(text, lang) || isThanks(text, lang)) return null;
  if (which === 'cnpj' && !/\d/.test(text)) return again(say.stillOpen(say.shop.ask.cnpj));
  const { unclear, orLater, orPhone } = say.shop;
  const or = { name: '', cnpj: ` ${orLater}`, zone: ` ${orPhone}` };
  return again(unclear[which] + or[which]);
}

/**
 * `não, Campinas` to what is to be confirmed or asked (`asked`); null where it puts nothing right. A name is only put right
 * by a no, and what was not said yet by nothing.
 */
function putRight(
  turn: Turn,
  text: string,
  data: Told,
  asked: 'name' | 'cnpj' | 'zone' | null,
): Promise<Reply> | null {
  const { lang } = turn;
  const correction = correctionIn(text, lang);
  if (asked !== null && correction === null) return null;
  const said = correction ?? text;
  for (const which of ['zone', 'cnpj'] as const) {
    const value =
      asked === null || which === asked || typeof data[which] === 'string'
        ? readSetting(which, said, lang)
        : null;
    if (value !== null) return next(turn, { ...data, [which]: value });
  }
  const name = data.name === undefined ? null : nameInstead(turn, text, asked !== null);
  return name === null ? null : next(turn, { ...data, name });
}

/** The first of the three that is missing, and then the yes. */
function next(turn: Turn, data: Told, before?: string): Promise<Reply> {
  const { shop: say } = turn.say;
  const missing = (['name', 'cnpj', 'zone'] as const).find((which) => data[which] === undefined);
  if (missing !== undefined) {
    const text = [...(before === undefined ? [] : [before]), say.ask[missing]].join('\n');
    return Promise.resolve({ text, ask: { step: missing, data: { ...data } } });
  }
  const { name, cnpj, zone } = whole.parse(data);
  const of = { name, cnpj: shownSetting(turn, 'cnpj', cnpj), zone: zoneText(zone) };
  return Promise.resolve({ text: say.startConfirm(of), ask: { step: 'confirm', data: { ...data } } });
}

async function open(turn: Turn, { name, cnpj, zone }: z.infer<typeof whole>): Promise<Reply> {
  const { work, speaker, shop, chatId, say } = turn;
  if (speaker.staff !== null) {
    await changeShop(work, { settings: { name, cnpj, zone }, by: staffOf(turn) });
    return status.handle({ ...turn, shop: { ...shop, name, zone } }, {});
  }
  const { id: customerId, phone, name: called } = speaker.customer;
  if (!turn.strangersMayOpen || phone === null) return { text: say.shop.startNoPhone };
  const channel = shop.channel === 'simulator' ? 'simulator' : 'whatsapp-web';
  const opened = await openAnotherShop(work, {
    shop: { name, cnpj, zone, language: turn.lang, channel },
    owner: { phone, name: firstName(called) ?? say.team.role.owner },
  });
  if (!opened.ok) return { text: refusalText(opened.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  const payload = { merchantId: opened.value, name };
  const link = await issueLink(work, { purpose: 'open-shop', holder: { customerId }, chatId, payload });
  return { text: say.shop.opened({ name, link }) };
}

/** A new link to the shop that its speaker has just opened; null where they opened none. */
async function linkAgain({ work, speaker, chatId, say }: Turn): Promise<Reply | null> {
  const holder = { customerId: speaker.customer.id };
  const payload = await latestPayload(work, 'open-shop', holder);
  if (payload === null) return null;
  const link = await issueLink(work, { purpose: 'open-shop', holder, chatId, payload });
  return { text: say.shop.linkAgain({ name: payload.name ?? '…', link }) };
}
