import { join } from 'node:path';
import type { Page } from 'puppeteer';

type Size = { width: number; height: number };
export const DESKTOP: Size = { width: 1280, height: 800 };
export const PHONE: Size = { width: 360, height: 740 };
const CONTROLS = ['button', 'textbox', 'radio', 'checkbox', 'combobox', 'link', 'log', 'dialog'];

/** What is wrong with how the page looks in its window, each thing in words. */
export const faultsIn = async (page: Page): Promise<string[]> => [
  ...(await untitled(page)),
  ...(await outOfSight(page)),
  ...(await nameless(page)),
  ...(await unreached(page)),
];

/** Writes pictures of the whole page into the folder that SCREENSHOTS names; without it none. */
export async function photograph(page: Page, name: string, ...sizes: readonly Size[]): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  for (const size of sizes) {
    await page.setViewport(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true });
  }
}

const untitled = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.title.trim() === '' ? ['has no title'] : []),
    ...(document.documentElement.lang === '' ? ['says no language'] : []),
  ]);

/** What leaves the view sideways; what scrolls by itself shows the rest when it is scrolled. */
const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      ((element.scrollWidth > element.clientWidth &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) ||
        scrolls(element.parentElement));
    const isLeft = (element: Element | null): boolean =>
      element === null ||
      !element.checkVisibility() ||
      element.closest('.unseen') !== null ||
      scrolls(element);
    const isInView = ({ left, right }: DOMRect): boolean => left >= 0 && right <= innerWidth;
    const faults = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (isLeft(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      if (![...range.getClientRects()].every(isInView)) faults.push(`leaves the view: ${text.textContent}`);
    }
    for (const control of document.querySelectorAll('a, button, input, select, textarea, summary, img, svg'))
      if (!isLeft(control) && !isInView(control.getBoundingClientRect()))
        faults.push(`leaves the view: ${control.outerHTML.slice(0, 80)}`);
    return faults;
  });

/** What can be pressed, filled in or read out, with its role and the name that a screen reader says. */
export async function controlsIn(page: Page): Promise<{ role: string; name?: string }[]> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const nodes = [tree].flatMap(function all(node): { role: string; name?: string }[] {
    return node === null ? [] : [node, ...(node.children ?? []).flatMap(all)];
  });
  return nodes.filter(({ role }) => CONTROLS.includes(role));
}

const nameless = async (page: Page): Promise<string[]> =>
  (await controlsIn(page)).flatMap(({ role, name = '' }) =>
    name === '' ? [`has a ${role} without a name`] : [],
  );

/** The controls at which the Tab key never arrives; of radio buttons the chosen one stands for all. */
async function unreached(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const all = 'a[href], button, input:not([type=radio]), input:checked, select, textarea, summary';
    const reachable = document.querySelector('dialog:modal') ?? document;
    const shown = [...reachable.querySelectorAll<HTMLElement>(all)].filter(
      (one) => one.checkVisibility() && one.closest('[inert], :disabled') === null,
    );
    shown.forEach((one) => (one.dataset['reached'] = 'no'));
    return shown.length;
  });
  // Twice around: the browser itself takes its turn between the last control and the first.
  for (let presses = 0; presses < 2 * (count + 2); presses++) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => document.activeElement?.removeAttribute('data-reached'));
  }
  return page.$$eval('[data-reached]', (missed) =>
    missed.map((one) => {
      one.removeAttribute('data-reached');
      return `the keyboard does not come to ${one.outerHTML.slice(0, 120)}`;
    }),
  );
}

/** What is lower or narrower than so many pixels: 44 for fingers (WCAG 2.2, 2.5.5), 24 for a pointer (2.5.8). */
export const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    (px) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a.onward, button, summary, select, textarea, label:has(input), input:not(label input)',
        ),
      ]
        .map((one) => [one.innerText || one.className, one.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width > 0 && (height < px || width < px))
        .map(([what, { width, height }]) => `${what}: ${width} x ${height}`),
    least,
  );
