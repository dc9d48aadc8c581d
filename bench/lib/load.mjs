// A closed-loop load on plain sockets: each connection sends its next request when the answer to the last is whole.
// Run as a process of its own; reads one job from its parent, answers with counts and latencies.
import { connect } from 'node:net';

process.on('message', (job) => {
  void run(job);
});

async function run({ port, head, requests, connections, seconds }) {
  const bytes = requests.map(({ head: own, headers, body }) =>
    Buffer.from(`${own ?? head}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  );
  const latencies = [];
  const statuses = {};
  let next = 0;
  const started = performance.now();
  const until = started + seconds * 1000;

  const one = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      let sentAt = 0;
      let pending = '';
      const send = () => {
        const request = bytes[next++];
        if (request === undefined || performance.now() >= until) {
          socket.end(resolve);
          return;
        }
        sentAt = performance.now();
        socket.write(request);
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        pending += chunk.latin1Slice();
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(pending.slice(0, end))?.[1] ?? 0);
        if (pending.length < end + 4 + length) return;
        latencies.push(performance.now() - sentAt);
        const status = pending.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        pending = '';
        send();
      });
    });

  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  process.send({
    rate: latencies.length / elapsed,
    p50: latencies[Math.floor(latencies.length * 0.5)],
    p99: latencies[Math.floor(latencies.length * 0.99)],
    statuses,
    exhausted: next >= bytes.length + connections,
  });
}
