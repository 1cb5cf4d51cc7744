// Program: catches every mail on 127.0.0.1. Arguments: SMTP port, HTTP port, file of messages. Ends with its parent.
import { Inbox } from './mail/inbox.js';
import { MessageLog } from './mail/message-log.js';
import { startSmtpSink } from './mail/smtp.js';
import { startInboxWeb } from './mail/web.js';

const [smtpPort = '1025', httpPort = '8025', file = 'messages.jsonl'] = process.argv.slice(2);
const log = new MessageLog(file);
await startSmtpSink(Number(smtpPort), async (from, to, raw) => `queued as ${await log.add(from, to, raw)}`);
await startInboxWeb(new Inbox(log), Number(httpPort));
console.log(`READY http://127.0.0.1:${httpPort}`);

const end = () => process.exit(0);
process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', end);
