const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with its attributes and children. `on…` keys are listeners, `t` a text and `tLabel` an accessible name by
 * their keys in texts.js; null and undefined children are left out. Text never becomes markup.
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 't') element.dataset.t = value;
    else if (name === 'tLabel') element.dataset.tLabel = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A drawing of strokes, of 20 by 20, that says nothing to those who do not see it. */
export function icon(path) {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', width: 18, height: 18, 'aria-hidden': 'true' },
    svg('path', { d: path }),
  );
}

/** Runs the work; while it runs, further calls ask for one more run after it. */
export function coalesce(work) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running === null) running = run().finally(() => (running = null));
    else again = true;
    return running;
  };
}
