// Loaded into a measured process before it begins: at a signal it collects its garbage and notes what is left, a line each.
const { appendFileSync } = require('node:fs');

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  appendFileSync(process.env.HEAP_FILE, `${JSON.stringify({ at: Date.now(), heapUsed, external, rss })}\n`);
});
