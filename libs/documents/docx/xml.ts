import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MAX_XML_DEPTH } from '../limits.js';
import { Stop } from '../stop.js';

/** An element by its usual prefix (`w:p`), whatever prefix the file gives it; elements of other namespaces by `:name`. */
export interface Tag {
  name: string;
  /** An attribute by its local name: `val`, `type`, `Id`. */
  at(name: string): string | undefined;
}

export interface XmlHandler {
  open(tag: Tag): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Word writes the first, "Strict Open XML" the second. */
const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);

/**
 * Reads XML as it comes, keeping nothing. A DOCTYPE ends the reading, so there are no entities besides XML's own five and nothing
 * outside is ever named; Open XML forbids it anyway. @throws Stop `document-broken`, Error when not well-formed
 */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  const broken = () => {
    throw new Stop('document-broken');
  };
  parser.on('error', broken);
  parser.on('doctype', broken);
  parser.on('opentag', (tag) => {
    if (++depth > MAX_XML_DEPTH) broken();
    handler.open({ name: nameOf(tag), at: (name) => attribute(tag, name) });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(nameOf(tag));
  });
  if (handler.text) parser.on('text', (text) => handler.text!(text));

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true });
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  if (!decoder) return;
  parser.write(decoder.decode());
  parser.close();
}

const nameOf = (tag: SaxesTagNS): string => `${PREFIXES.get(tag.uri) ?? ''}:${tag.local}`;

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) if (attribute.local === name) return attribute.value;
  return undefined;
}
