// A process that hands one message to a mail server and tells what became of it. Whom it trusts is set before it starts
// (NODE_EXTRA_CA_CERTS), as an operator with an authority of their own does.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { MailServer } = require(
  join(import.meta.dirname, '..', '..', 'dist', 'bot', 'channels', 'email', 'server.js'),
);

const [, , url] = process.argv;
const message = Buffer.from('From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\n\r\ntext\r\n');
const outcome = await new MailServer(url).deliver({ from: 'a@example.com', to: 'b@example.com' }, message);
process.stdout.write(JSON.stringify(outcome));
