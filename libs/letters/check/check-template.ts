import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { refuse, say, type Language, type LetterKind, type Refusal } from '#libs/domain';
import { checkedZip } from '#libs/documents';
import { OPTIONS } from '../docx/options.js';
import { qrPart } from '../docx/qr-picture.js';
import { QR_PICTURE } from '../template/picture.js';
import { PlaceholderJudge, shown, type TemplateFinding } from './judge-placeholders.js';
import { paragraphsOf } from './paragraphs.js';

const MB = 1024 * 1024;
/** Bytes of a template: a page of words and a code; a coat of arms fits as well. */
export const MAX_TEMPLATE_BYTES = MB;

/** Parts that people see, where placeholders may stand. */
const SHOWN_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** Parts that run or hide something. */
const UNSAFE_PART = /vbaProject|\/activeX\/|\/embeddings\/|\/afchunk/i;
const MAIN = 'word/document.xml';

/** A refusal of the file as a whole, or what is to be mended in it; an empty list: it can be used. */
export type TemplateVerdict = Refusal | { findings: TemplateFinding[] };

/**
 * Looks at a template that an office edited in Word, before it is kept. Nothing is kept here.
 * @param name as the person named the file, for the sentences only
 */
export async function checkTemplate(
  { name, bytes }: { name: string; bytes: Buffer },
  kind: LetterKind,
  language: Language = 'vi',
): Promise<TemplateVerdict> {
  if (bytes.length > MAX_TEMPLATE_BYTES) return refuse('template-too-large', { name, limit: MAX_TEMPLATE_BYTES / MB });
  const zip = await checkedZip(bytes, (part) => SHOWN_PART.test(part));
  if ('bad' in zip) {
    return zip.bad === 'outside'
      ? refuse('template-unsafe', { name, part: zip.part })
      : refuse('template-not-docx', { name });
  }
  const unsafe = zip.names.find((part) => UNSAFE_PART.test(part));
  if (unsafe !== undefined) return refuse('template-unsafe', { name, part: unsafe });
  if (!zip.texts.has(MAIN)) return refuse('template-not-docx', { name });

  const judge = new PlaceholderJudge(kind, language);
  const paragraphs = new Map([...zip.texts].map(([part, xml]) => [part, paragraphsOf(xml)]));
  for (const of of paragraphs.values()) judge.part(of);
  judge.missing();
  const { findings } = judge;
  const opened = new PizZip(bytes);
  if (qrPart(opened) === undefined) {
    const text = say('template.missing-picture', { name: QR_PICTURE }, language);
    findings.push({ code: 'template.missing-picture', tag: null, paragraph: null, text });
  }
  // what placeholders alone do not show, e.g. a list that opens in one cell and closes in another table
  if (findings.length === 0) findings.push(...tryOut(opened, [...paragraphs.values()].flat(), language));
  return { findings };
}

interface Explained {
  properties?: { xtag?: string; file?: string; errors?: Explained[] };
}

function tryOut(zip: PizZip, paragraphs: string[], language: Language): TemplateFinding[] {
  try {
    new Docxtemplater(zip, OPTIONS).render({});
    return [];
  } catch (error) {
    const { properties } = error as Explained;
    return (properties?.errors ?? [{ properties: properties ?? {} }]).map(({ properties: about = {} }) => {
      const tag = `{${about.xtag ?? ''}}`;
      const paragraph = about.xtag === undefined ? undefined : paragraphs.find((one) => one.includes(about.xtag!));
      if (paragraph === undefined) {
        const text = say('template.unreadable', { part: about.file ?? MAIN }, language);
        return { code: 'template.unreadable', tag: null, paragraph: null, text };
      }
      const text = say('template.broken', { tag, paragraph: shown(paragraph) }, language);
      return { code: 'template.broken', tag, paragraph: shown(paragraph), text };
    });
  }
}
