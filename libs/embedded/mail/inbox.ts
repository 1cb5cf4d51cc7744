import PostalMime, { type Email } from 'postal-mime';
import type { Caught, MessageLog } from './message-log.js';

/** A message in a list. */
export interface Summary {
  id: string;
  receivedAt: string;
  envelope: { from: string; to: string[] };
  messageId: string | undefined;
  subject: string;
}

const DEFAULT_LIMIT = 200;
/** Characters of the text a search looks at. */
const SEARCHED = 4000;

/** Questions asked of the caught messages; each is parsed when first needed. */
export class Inbox {
  private readonly known = new Map<number, Pick<Summary, 'messageId' | 'subject'> & { searched: string }>();

  constructor(private readonly log: MessageLog) {}

  get count(): number {
    return this.log.messages.length;
  }

  /** Newest first. @param query `to`: a recipient; `q`: words in subject or text; `limit`: default 200 */
  async list(query: { to?: string | undefined; q?: string | undefined; limit?: number }): Promise<Summary[]> {
    const q = query.q?.toLowerCase();
    const found: Summary[] = [];
    for (const caught of this.log.messages.toReversed()) {
      if (found.length >= (query.limit ?? DEFAULT_LIMIT)) break;
      if (query.to && !caught.to.includes(query.to)) continue;
      const { searched, ...known } = await this.know(caught);
      if (q && !searched.includes(q)) continue;
      found.push({ ...envelopeOf(caught), ...known });
    }
    return found;
  }

  /** The whole message, all headers in the order they came; attachments by name and size. */
  async get(id: string) {
    const caught = this.find(id);
    if (!caught) return undefined;
    const { messageId, subject = '', from, to, cc, text, html, headers, attachments } = await this.parse(caught);
    const files = attachments.map(({ filename, mimeType, content }) => ({
      filename,
      mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    }));
    return { ...envelopeOf(caught), messageId, subject, from, to, cc, text, html, headers, attachments: files };
  }

  raw(id: string): Buffer | undefined {
    const caught = this.find(id);
    return caught && this.log.raw(caught);
  }

  clear(): void {
    this.log.clear();
    this.known.clear();
  }

  private find(id: string): Caught | undefined {
    return this.log.messages.find((caught) => String(caught.id) === id);
  }

  private parse(caught: Caught): Promise<Email> {
    return PostalMime.parse(this.log.raw(caught));
  }

  private async know(caught: Caught) {
    let known = this.known.get(caught.id);
    if (!known) {
      const { messageId, subject = '', text = '' } = await this.parse(caught);
      known = { messageId, subject, searched: `${subject} ${text.slice(0, SEARCHED)}`.toLowerCase() };
      this.known.set(caught.id, known);
    }
    return known;
  }
}

const envelopeOf = ({ id, receivedAt, from, to }: Caught) => ({ id: String(id), receivedAt, envelope: { from, to } });
