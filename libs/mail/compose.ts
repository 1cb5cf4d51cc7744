import { encode, wrap } from 'nodemailer/lib/base64';
import MimeNode from 'nodemailer/lib/mime-node';

/** Lines of a letter's head by name; addresses as objects, so that none is ever taken apart. */
export type MailHead = Record<string, string | Mailbox | Mailbox[]>;
interface Mailbox {
  name: string;
  address: string;
}

/**
 * A letter as it goes over the wire: a text and a page that say the same (RFC 2046, 5.1.4), in seven bits. The head is nodemailer's work,
 * which encodes and folds it; the two bodies are base64, so that there is nothing to weigh in them character by character. Put
 * together at once it is one piece for the transport, which else reads a letter through some twenty streams.
 * @param token of this letter, for its boundary: no line of base64 begins like one
 */
export function compose(head: MailHead, { text, html }: { text: string; html: string }, token: string): Buffer {
  const node = new MimeNode('multipart/alternative', { baseBoundary: token });
  for (const [name, value] of Object.entries(head)) node.setHeader(name, value);
  const lines = node.buildHeaders(); // names the boundary
  const part = (type: string, content: string): string =>
    `--${String(node.boundary)}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrap(encode(content), 76)}\r\n`;
  const whole = `${lines}\r\n\r\n${part('text/plain', text)}${part('text/html', html)}--${String(node.boundary)}--\r\n`;
  return Buffer.from(whole, 'latin1');
}
