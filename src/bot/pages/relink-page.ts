import { pinStateOf } from '../../loyalty';
import { html } from '../../pages/html';
import type { Content, OneTimePage, Visit } from '../../pages/one-time';
import { form, notice, paragraph } from '../../pages/shell';
import { linkPath } from './link-page';
import { messagesIn } from '../messages';
import { pinField, pinFaults, staffOf } from './pin-pages';

type Purpose = 'relink';

/**
 * Where an owner who was told by e-mail has the shop's number linked again. An address can be mistyped: what counts is the
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
      const { done, open } = wordsOf(visit);
      const path = linkPath(work.secrets, visit.shop.id, work.now);
      return {
        ...words(visit),
        body: html`${notice('good', done)}
          <p><a href="${path}">${open}</a></p>`,
      };
    }),
};

const wordsOf = ({ lang }: Visit<Purpose>) => messagesIn(lang).channel.relink;
const words = (visit: Visit<Purpose>): Pick<Content, 'title'> => ({ title: wordsOf(visit).title });

function entry(visit: Visit<Purpose>, fault?: string): Content {
  const { text, confirm } = wordsOf(visit);
  const label = messagesIn(visit.lang).pin.page.pin;
  const input = pinField('pin', label, fault === undefined ? {} : { pin: fault });
  const body = html`${paragraph(text)}${form([input], confirm)}`;
  return { ...words(visit), body, status: fault === undefined ? 200 : 422 };
}
