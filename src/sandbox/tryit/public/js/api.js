const TIMEOUT_MS = 15_000;

/** An answer that is none: `title` is what the server said of it, if it said anything. */
export class Failure extends Error {
  constructor(status, title) {
    super(title ?? `status ${status}`);
    this.status = status;
    this.title = title;
  }
}

async function call(path, options = {}) {
  const answer = await fetch(`api/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS), ...options });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Failure(answer.status, problem.title);
  }
  return answer.status === 202 || answer.status === 204 ? null : answer.json();
}

const send = (method, path, body) =>
  call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const post = (path, body) => send('POST', path, body);

/** A file that the server names. */
async function file(path) {
  const answer = await fetch(`api/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Failure(answer.status, (await answer.json().catch(() => ({}))).title);
  const name = /filename="?([^";]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return { text: await answer.text(), name: name ?? 'chat.txt' };
}

export const listShops = () => call('shops');

/** What the page asks of one shop. */
export function shopApi(id) {
  const shop = `shops/${encodeURIComponent(id)}`;
  const chat = (chatId) => `${shop}/chats/${encodeURIComponent(chatId)}/messages`;
  const sale = (saleId) => `${shop}/sales/${encodeURIComponent(saleId)}`;
  return {
    id,
    eventsUrl: `api/${shop}/events`,
    phones: () => call(`${shop}/phones`),
    machines: () => call(`${shop}/machines`),
    sales: () => call(`${shop}/sales`),
    faults: () => call(`${shop}/faults`),
    setFaults: (faults) => send('PUT', `${shop}/faults`, { faults }),
    ledger: () => call(`${shop}/ledger`),
    messages: (chatId, after) => call(chat(chatId) + (after === null ? '' : `?after=${after}`)),
    say: (chatId, message) => post(chat(chatId), message),
    sendReceipt: (chatId, message) => post(chat(chatId).replace(/messages$/, 'receipts'), message),
    sell: (order) => post(`${shop}/sales`, order),
    cancel: (saleId) => post(`${sale(saleId)}/cancel`, {}),
    clock: () => call('clock'),
    jump: (hours) => post('clock', { hours }),
    restart: () => post('restart', {}),
    deliver: (chatId, delivery) => post(chat(chatId).replace(/messages$/, 'deliveries'), delivery),
    answerByHand: (chatId, text) => post(chat(chatId).replace(/messages$/, 'by-hand'), { text }),
    scenario: () => file(`${shop}/scenario`),
    refund: (saleId, amount) => post(`${sale(saleId)}/refunds`, { amount }),
  };
}
