// A process that sends what is due of a shop and is killed at a boundary: SIGKILL of itself, where the environment says.
// The chat network is a table of the test's own, so that it outlives the process, as WhatsApp does.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';

const require = createRequire(import.meta.url);
const dist = (name) => require(join(import.meta.dirname, '..', '..', 'dist', name));
const { openDatabase } = dist('db/index.js');
const { Secrets } = dist('secrets.js');
const { sendDue } = dist('bot/sending/outbound.js');

const { DATABASE_URL, SHOP, BOUNDARY, AFTER, OFFSET, NETWORK } = process.env;
const quiet = { info() {}, warn() {}, error() {}, debug() {}, child: () => quiet };
const clock = { now: () => Date.now() + Number(OFFSET) };
const doorbell = { ring() {}, ringHere() {}, answer() {}, close: async () => {} };
const network = new pg.Pool({ connectionString: NETWORK, max: 4 });

let passed = 0;
/** Dies here and now, the so-manieth time that this boundary is passed. */
function boundary(name) {
  if (name === BOUNDARY && ++passed > Number(AFTER)) process.kill(process.pid, 'SIGKILL');
}

const chaos = (message) => parseInt(message.id.slice(0, 2), 16) % 8;
const deliver = (message) =>
  network.query('INSERT INTO network.delivered (id, chat, body) VALUES ($1, $2, $3)', [
    message.id,
    message.chatId,
    message.text,
  ]);

const channel = {
  kind: 'simulator',
  typing: async () => {},
  chatOf: async (phone) => {
    boundary('claimed');
    return `${phone}@simulator`;
  },
  async send(message) {
    boundary('before-send');
    const fault = chaos(message);
    const { rows } = await network.query(
      'INSERT INTO network.tries (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET count = network.tries.count + 1 RETURNING count',
      [message.id],
    );
    const first = rows[0].count === 1;
    // Drops it, and says so.
    if (fault === 0 && first) return { state: 'failed', reason: 'dropped', retry: true };
    // Loses it, and cannot say.
    if (fault === 1 && first) return { state: 'unknown', reason: 'lost' };
    await deliver(message);
    boundary('delivered');
    // Delivered, and the answer is late beyond patience.
    if (fault === 2 && first) return { state: 'unknown', reason: 'late' };
    if (fault === 3) await new Promise((resolve) => setTimeout(resolve, 20));
    boundary('answered');
    return { state: 'sent', providerId: message.id };
  },
  async wasSent(message) {
    boundary('asked');
    const { rows } = await network.query('SELECT FROM network.delivered WHERE id = $1', [message.id]);
    // Of some it cannot tell.
    if (chaos(message) === 4) return null;
    return rows.length > 0 ? { providerId: message.id } : false;
  },
};

const real = await openDatabase({
  url: DATABASE_URL,
  migrationsUrl: null,
  pool: 6,
  dataDir: undefined,
  clock,
  secrets: new Secrets(Buffer.alloc(32, 7)),
  doorbell,
  logger: quiet,
});
let transactions = 0;
const db = {
  ...real,
  snapshot: real.snapshot.bind(real),
  call: real.call.bind(real),
  async asMerchant(shop, body) {
    transactions += 1;
    // Of a round: claim, ask once more, note the ends.
    const name = ['claim', 'recheck', 'record'][(transactions - 1) % 3];
    return real
      .asMerchant(shop, async (work) => {
        const result = await body(work);
        boundary(`${name}-uncommitted`);
        return result;
      })
      .then((result) => {
        boundary(`${name}-committed`);
        return result;
      });
  },
};
await sendDue(db, channel, Number(SHOP), quiet);
await real.close();
await network.end();
