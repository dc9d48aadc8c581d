import { h, svg } from './dom.js';
import { formatted } from './markup.js';
import { t, timeOf } from './texts.js';

const ONE = 'm1.500 6.500 3.500 3.500L12 2.500';
const TWO = `${ONE}M7.500 9l1 1L16 2.500`;
const TICKS = { sent: ONE, delivered: TWO, read: TWO };
const CLOCK = 'M7 1.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM7 3.500V6l1.800 1.200';

/**
 * A message in its bubble: `from` is `me` (the phone's holder) or `shop`; `state` of what the holder said is pending,
 * failed, sent, delivered or read. `onPicture` and `onRetry` are called when the reader asks for it.
 */
export function bubble(message, { speaker, onPicture, onRetry }) {
  const mine = message.from === 'me';
  const spoken = h('span', { class: 'unseen' }, `${speaker} `);
  const text = h('div', { class: 'text' }, spoken, formatted(message.text));
  const meta = h('span', { class: 'meta' }, h('time', {}, timeOf(message.at)));
  const element = h(
    'div',
    { class: `row ${mine ? 'me' : 'shop'}`, 'data-id': message.id },
    h(
      'div',
      { class: 'bubble' },
      message.picture ? picture(message, onPicture) : null,
      message.document ? file(message.document) : null,
      text,
      meta,
    ),
  );
  if (mine) setState(element, message.state, onRetry);
  return element;
}

function picture({ picture: url }, onPicture) {
  const image = h('img', { src: url, alt: '', loading: 'lazy' });
  return h(
    'button',
    {
      type: 'button',
      class: 'photo',
      tLabel: 'phone.picture',
      'aria-label': t('phone.picture'),
      onclick: () => onPicture(url),
    },
    image,
  );
}

/** A file to be saved; its name is the shop's text, as everything here. */
function file({ name, url }) {
  return h('a', { class: 'file', href: url, download: name, 'aria-label': t('phone.file', { name }) }, name);
}

/** Shows how far a message has come; changes nothing else, so that nothing is read out again. */
export function setState(element, state, onRetry) {
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  element.querySelector('.ticks')?.remove();
  element.querySelector('.retry')?.remove();
  if (state === 'failed')
    element.append(
      h('button', { type: 'button', class: 'retry', t: 'phone.retry', onclick: onRetry }, t('phone.retry')),
    );
  else
    element.querySelector('.meta').append(
      svg(
        'svg',
        {
          class: 'ticks',
          viewBox: '0 0 18 12',
          width: 18,
          height: 12,
          role: 'img',
          'aria-label': t(`tick.${state}`),
        },
        svg('path', { d: TICKS[state] ?? CLOCK }),
      ),
    );
}
