// Requests to the product as a patient sender makes them: to any of its web processes, again until they are taken.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const ANSWER_MS = 10_000;
const LONGEST_WAIT_MS = 1_500;

export class Poster {
  /** How often each status was answered; `none`: nobody answered; `broken off`: an answer that had begun. */
  answers = {};
  /** Until an answer, in milliseconds. */
  slowestMs = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #next = 0;
  #closed = false;

  /** @param {number[]} ports of the web processes; `answerMs`: after which nobody answers any more */
  constructor(ports, answerMs = ANSWER_MS) {
    Object.assign(this, { ports, answerMs });
  }

  /**
   * Asks until the answer is one of `taken`. `make` is called for each try: what is signed is signed anew.
   *
   * @returns {Promise<{ status: number, body: string }>}
   */
  async until(path, taken, make) {
    for (let tries = 0; ; tries++) {
      const answer = await this.once(path, make());
      if (taken(answer.status)) return answer;
      if (this.#closed) throw new Error(`${path} was never taken, the last answer was ${answer.status}`);
      await sleep(Math.min(LONGEST_WAIT_MS, 40 * 2 ** tries));
    }
  }

  async once(path, { headers, body = '', method = 'POST' }) {
    const port = this.ports[this.#next++ % this.ports.length];
    const began = performance.now();
    const answer = await this.#ask(port, { path, method, headers }, body).catch(() => ({
      status: 'none',
      body: '',
    }));
    this.slowestMs = Math.max(this.slowestMs, performance.now() - began);
    this.answers[answer.status] = (this.answers[answer.status] ?? 0) + 1;
    return answer;
  }

  close() {
    this.#closed = true;
    this.#agent.destroy();
  }

  #ask(port, { headers, ...of }, body) {
    return new Promise((resolve, reject) => {
      const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const options = { ...of, port, agent: this.#agent, headers: { ...length, ...headers } };
      const asked = request(options, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }),
        );
        response.on('error', () => resolve({ status: 'broken off', body: '' }));
      });
      asked.setTimeout(this.answerMs, () => asked.destroy(new Error('no answer')));
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
