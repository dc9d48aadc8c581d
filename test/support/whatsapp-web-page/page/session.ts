const STORE = 'session';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('whatsapp', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  return (await settled(opening)).transaction(STORE, mode).objectStore(STORE);
}

/** The linked session, kept in the browser's profile as the real page keeps its own. */
export async function savedToken(): Promise<string | null> {
  const token: unknown = await settled((await store('readonly')).get('token'));
  return typeof token === 'string' ? token : null;
}

export async function saveToken(token: string): Promise<void> {
  await settled((await store('readwrite')).put(token, 'token'));
}

export async function forgetToken(): Promise<void> {
  await settled((await store('readwrite')).clear());
}
