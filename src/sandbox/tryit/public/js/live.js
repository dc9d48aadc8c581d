const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Listens to a shop's changes, and comes back whenever the connection is lost. `onState` hears `connecting`, `live` and
 * `reconnecting`; `onChange` each change, and `{ kind: 'all' }` after a gap in which changes may have been missed.
 */
export function listen(url, { onState, onChange }) {
  let source = null;
  let timer = null;
  let wait = FIRST_WAIT_MS;
  let hadOpened = false;

  const open = () => {
    source = new EventSource(url);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      onState('live');
      if (hadOpened) onChange({ kind: 'all' });
      hadOpened = true;
    });
    for (const kind of ['message', 'sale', 'ledger', 'shop'])
      source.addEventListener(kind, ({ data }) => onChange({ kind, ...JSON.parse(data) }));
    source.addEventListener('error', () => {
      onState('reconnecting');
      // Any answer but a stream ends the browser's own tries.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    });
  };

  onState('connecting');
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
