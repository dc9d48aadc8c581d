// The limit that the intake is measured against: express 5 that parses the same JSON and does nothing else.
import express from 'express';

const app = express();
app.use(express.json({ limit: '64kb' }));
app.post('/v1/smartpos/events/:connection', (_request, response) => response.status(202).end());
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
