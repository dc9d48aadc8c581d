import type { Work } from '../../db';
import { loadShop, pinStateOf } from '../../loyalty';
import { html } from '../../pages/html';
import type { Content, OneTimePage, Visit } from '../../pages/one-time';
import { issueLink, withLinks } from '../../pages/one-time-links';
import { form, notice, onward, paragraph } from '../../pages/shell';
import { linkPath } from './link-page';
import { messagesIn } from '../messages';
import { pinField, pinFaults, staffOf } from './pin-pages';

type Purpose = 'relink';

/**
 * Where an owner who was told by e-mail has the shop's number linked again, or enters the keys of its account anew. An address can be mistyped: what counts is the
 * PIN, and without one nothing opens here.
 */
export const relinkPage: OneTimePage<Purpose> = {
  purpose: 'relink',
  who: 'owner',
  show: (visit) =>
    visit.db.asMerchant(visit.shop.id, async (work) => {
      const hasPin = (await pinStateOf(work, staffOf(visit).id)) !== null;
      return hasPin ? entry(visit) : { ...words(visit), body: paragraph(wordsOf(visit).noPin), status: 403 };
    }),
  submit: (visit, filled) =>
    visit.db.asMerchant(visit.shop.id, async (work) => {
      if ((await pinStateOf(work, staffOf(visit).id)) === null) return null;
      const faults = await pinFaults(work, visit, filled('pin'));
      if (faults !== null) return entry(visit, faults.pin);
      if (!(await visit.use(work))) return null;
      const { done, open, doneKeys, openKeys } = wordsOf(visit);
      const { channel } = await loadShop(work);
      return channel === 'cloud-api'
        ? leadingTo(visit, await keysPath(work, visit), { done: doneKeys, open: openKeys })
        : leadingTo(visit, linkPath(work.secrets, visit.shop.id, work.now), { done, open });
    }),
};

const leadingTo = (
  visit: Visit<Purpose>,
  path: string,
  { done, open }: { done: string; open: string },
): Content => ({
  ...words(visit),
  body: html`${notice('good', done)} ${onward(path, open)}`,
});

/** Of the page on which the keys of the Cloud API are entered. */
async function keysPath(work: Work, visit: Visit<Purpose>): Promise<string> {
  const holder = { staffId: staffOf(visit).id };
  const place = await issueLink(work, { purpose: 'connect-whatsapp', holder, chatId: null, payload: null });
  return withLinks(place, work.secrets, work.merchantId, '');
}

const wordsOf = ({ lang }: Visit<Purpose>) => messagesIn(lang).channel.relink;
const words = (visit: Visit<Purpose>): Pick<Content, 'title'> => ({ title: wordsOf(visit).title });

function entry(visit: Visit<Purpose>, fault?: string): Content {
  const { text, confirm } = wordsOf(visit);
  const label = messagesIn(visit.lang).pin.page.pin;
  const input = pinField('pin', label, fault === undefined ? {} : { pin: fault });
  const body = html`${paragraph(text)}${form([input], confirm)}`;
  return { ...words(visit), body, status: fault === undefined ? 200 : 422 };
}
