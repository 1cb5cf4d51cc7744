// A child as API and worker are: says it is ready, ends when the launcher is gone. `crash` as argument: never gets ready.
import { appendFileSync } from 'node:fs';
const [log, how] = process.argv.slice(2);
appendFileSync(log, `${process.pid}\n`);
if (how === 'crash') {
  console.error('cannot open the store');
  process.exit(3);
}
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
setTimeout(() => process.send('ready'), 50);
