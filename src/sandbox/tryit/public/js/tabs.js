import { h } from './dom.js';
import { t } from './texts.js';

/** Where the stage is wider than the screen: a button for each panel, which says what is unread in it. */
export class Tabs {
  #panels = [];

  /** `onSight` is called with a panel's element and whether it is in sight. */
  constructor({ element, onSight }) {
    this.element = element;
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          this.#tab(target)?.setAttribute('aria-current', String(isIntersecting));
          onSight(target, isIntersecting);
        }
      },
      { threshold: 0.6 },
    );
  }

  /** Each panel: its element, `name()`, `unread()` and, for what is always in sight on a wider screen, `narrowOnly`. */
  show(panels) {
    this.observer.disconnect();
    this.#panels = panels;
    this.element.replaceChildren(
      ...panels.map(({ element, narrowOnly }) =>
        h(
          'button',
          { type: 'button', class: narrowOnly ? 'narrow-only' : null, onclick: () => bringIn(element) },
          h('span', { class: 'tab-name' }),
          h('span', { class: 'badge', hidden: true }),
        ),
      ),
    );
    for (const { element } of panels) this.observer.observe(element);
    this.putInWords();
  }

  putInWords() {
    this.#panels.forEach(({ name, unread }, index) => {
      const tab = this.element.children[index];
      const count = unread();
      const [label, badge] = tab.children;
      label.textContent = name();
      badge.textContent = String(count);
      badge.hidden = count === 0;
      if (count > 0) tab.setAttribute('aria-label', t('tab.unread', { name: name(), count }));
      else tab.removeAttribute('aria-label');
    });
  }

  #tab(panel) {
    return this.element.children[this.#panels.findIndex(({ element }) => element === panel)];
  }
}

function bringIn(panel) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  panel.scrollIntoView({ inline: 'center', block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}
