// Stands in for a process of the product under chaos: it begins, and then does what ODD says, once in a fleet's folder.
import { existsSync, writeFileSync } from 'node:fs';

const { ODD, DATA_DIR } = process.env;
const isFirst = !existsSync(`${DATA_DIR}.odd`);
writeFileSync(`${DATA_DIR}.odd`, '');
const log = (level, fields) => process.stdout.write(`${JSON.stringify({ level, ...fields })}\n`);
const DOES = {
  'ends by itself': () => process.exit(3),
  complains: () => log(50, { msg: 'a job failed' }),
  'complains of SmartPOS': () => log(50, { err: { type: 'SmartPosFault' } }),
  warns: () => log(40, { msg: 'a look came late' }),
};

process.once('SIGTERM', () => process.exit(ODD === 'ends badly' ? 1 : 0));
setInterval(() => undefined, 60_000);
if (isFirst && ODD === 'never begins') process.exit(4);
process.stdout.write('Smartbis is here\n');
if (isFirst) DOES[ODD]?.();
process.stdout.write('odd things are done\n');
