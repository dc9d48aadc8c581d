import { html } from '../../pages/html';
import type { OneTimePage } from '../../pages/one-time';
import { onward, paragraph } from '../../pages/shell';
import { linkPath } from './link-page';
import { messagesIn } from '../messages';

/** Where a shop that was just opened in another's chat has its number linked: it leads to the page with the code. */
export const openShopPage: OneTimePage<'open-shop'> = {
  purpose: 'open-shop',
  who: 'customer',
  show: ({ db, lang, link, shop }) =>
    db.asMerchant(shop.id, (work) => {
      const { page } = messagesIn(lang).shop;
      const path = linkPath(work.secrets, link.payload.merchantId, work.now);
      const body = html`${paragraph(page.text)} ${onward(path, page.open)}`;
      return Promise.resolve({ title: page.title, body });
    }),
};
