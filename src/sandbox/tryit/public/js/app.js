import { listShops, shopApi } from './api.js';
import { h } from './dom.js';
import { LedgerDrawer } from './ledger.js';
import { listen } from './live.js';
import { Phone } from './phone.js';
import { Tabs } from './tabs.js';
import { applyTexts, currentLanguage, t, useLanguage } from './texts.js';
import { Till } from './till.js';
import { Trials } from './trials.js';

const KEPT = 'smartbis.shop';
const RETRY_MS = 2_000;

const find = (id) => document.getElementById(id);
const stage = find('stage');
const ledger = new LedgerDrawer({
  element: find('ledger'),
  toggle: find('ledger-toggle'),
  covered: [stage, find('tabs')],
});
const tabs = new Tabs({
  element: find('tabs'),
  onSight: (panel, visible) => {
    const phone = phones.find(({ element }) => element === panel);
    if (phone === undefined) return;
    phone.visible = visible;
    phone.markSeen();
  },
});

let shops = [];
let phones = [];
let till = null;
let trials = null;
let leave = () => undefined;
let opened = 0;
let chosen = null;

/** Shows a shop: its phones, its machines, its changes as they come. */
async function openShop(id) {
  leave();
  const turn = ++opened;
  const api = shopApi(id);
  const shop = shops.find((each) => each.id === id);
  localStorage.setItem(KEPT, id);
  const list = await api.phones();
  // Another shop may have been chosen meanwhile.
  if (turn !== opened) return;
  phones = list.map((phone) => new Phone({ phone, shop, api, showPicture, onUnread: showUnread, onVoucher }));
  till = new Till({ api });
  trials = new Trials({ api });
  till.element.append(trials.element);
  ledger.useShop(api);
  stage.replaceChildren(h('div', { class: 'phones' }, ...phones.map(({ element }) => element)), till.element);
  tabs.show([
    ...phones.map((phone) => ({
      element: phone.element,
      name: () => phone.phone.name,
      unread: () => phone.unread,
    })),
    { element: till.element, name: () => t('tab.till'), unread: () => 0, narrowOnly: true },
  ]);
  leave = listen(api.eventsUrl, { onState: showLive, onChange: (change) => void take(change, api) });
  await Promise.all([
    ...phones.map((phone) => phone.refresh()),
    till.load(list),
    trials.load(list),
    ledger.refresh(),
  ]);
}

/** Reads again what has changed. What cannot be read now is read after the next change or connection. */
async function take({ kind, chatId }, api) {
  const all = kind === 'all';
  const readers = phones
    .filter(({ phone }) => all || phone.chatId === chatId)
    .map((phone) => phone.refresh());
  if (all || kind === 'sale') readers.push(till.sales.refresh());
  if (all || kind === 'ledger') readers.push(ledger.refresh());
  if (all || kind === 'shop') readers.push(readShop(api));
  await Promise.allSettled(readers);
}

async function readShop(api) {
  shops = await listShops();
  showShops(api.id);
  const list = await api.phones();
  const shop = shops.find(({ id }) => id === api.id);
  for (const phone of phones)
    phone.update({ shop, phone: list.find(({ chatId }) => chatId === phone.phone.chatId) ?? phone.phone });
}

function onVoucher(code) {
  for (const phone of phones) phone.update({ code });
}

function showUnread() {
  tabs.putInWords();
  const unread = phones.reduce((sum, phone) => sum + phone.unread, 0);
  document.title = unread === 0 ? t('title') : `(${unread}) ${t('title')}`;
}

function showLive(state) {
  const live = find('live');
  live.dataset.state = state;
  live.textContent = t(`live.${state}`);
}

function showShops(current) {
  const choices = shops.map(({ id, name, state }) =>
    h(
      'label',
      { class: 'segment' },
      h('input', { type: 'radio', name: 'shop', value: id, onchange: () => void enter(id) }),
      h('span', {}, name, h('small', { 'data-state': state }, t(`shop.${state}`))),
    ),
  );
  const fieldset = find('shops');
  const hadFocus = fieldset.contains(document.activeElement);
  fieldset.replaceChildren(fieldset.querySelector('legend'), ...choices);
  const input = fieldset.querySelector(`input[value="${CSS.escape(current)}"]`);
  input.checked = true;
  if (hadFocus) input.focus();
}

function showPicture(url) {
  const dialog = find('picture');
  const image = dialog.querySelector('img');
  image.src = url;
  image.alt = t('picture');
  dialog.showModal();
}

/** Opens the shop, and tries again for as long as the server does not answer. */
async function enter(id) {
  chosen = id;
  try {
    shops = await listShops();
    const wanted = shops.find((shop) => shop.id === id) ?? shops[0];
    if (wanted === undefined) return;
    showShops(wanted.id);
    await openShop(wanted.id);
  } catch {
    showLive('reconnecting');
    setTimeout(() => chosen === id && void enter(id), RETRY_MS);
  }
}

function putInWords() {
  applyTexts(document);
  for (const phone of phones) phone.putInWords();
  till?.putInWords();
  trials?.putInWords();
  ledger.putInWords();
  if (shops.length > 0) showShops(find('shops').querySelector(':checked').value);
  showLive(find('live').dataset.state);
  showUnread();
}

find('language').value = currentLanguage();
find('language').addEventListener('change', ({ target }) => {
  useLanguage(target.value);
  putInWords();
});
// A click beside the picture closes it, as the button does.
find('picture').addEventListener(
  'click',
  ({ target, currentTarget }) => target === currentTarget && currentTarget.close(),
);
document.addEventListener('visibilitychange', () => {
  for (const phone of phones) phone.markSeen();
});
putInWords();
void enter(localStorage.getItem(KEPT));
