import {
  say,
  vocabularyOf,
  type Language,
  type LetterKind,
  type LetterVocabulary,
  type MessageCode,
} from '#libs/domain';
import { nearest } from './nearest.js';
import type { ParagraphText } from './paragraphs.js';
import { placeholdersIn, type Placeholder } from './placeholders.js';

/** Something to mend in an edited template: what, where, how. */
export interface TemplateFinding {
  code: Extract<MessageCode, `template.${string}`>;
  tag: string | null;
  paragraph: string | null;
  /** The sentence for who edited it. */
  text: string;
}

/** An office may leave these out: a body without a superior, an unsigned list. */
const OPTIONAL = new Set(['cap_tren', 'nguoi_ky', 'thoi_diem', 'noi_nhan', 'tong_hop']);
const SHOWN = 80;

export const shown = (paragraph: string): string =>
  paragraph.length <= SHOWN ? paragraph : `${paragraph.slice(0, SHOWN - 1)}…`;

/** Judges the placeholders of a template, part by part, against what its kind of document can fill. */
export class PlaceholderJudge {
  readonly findings: TemplateFinding[] = [];
  private readonly vocabulary: LetterVocabulary;
  private readonly seen = new Set<string>();

  constructor(
    kind: LetterKind,
    private readonly language: Language,
  ) {
    this.vocabulary = vocabularyOf(kind);
  }

  /** One part: a list opened in a header is closed there. */
  part(paragraphs: ParagraphText[]): void {
    const open: Placeholder[] = [];
    for (const one of paragraphs.flatMap(placeholdersIn)) {
      if (one.kind === 'broken') this.find('template.broken', one);
      else if (one.kind === 'open') this.open(one, open);
      else if (one.kind === 'close') this.close(one, open);
      else this.field(one, open);
    }
    for (const one of open) this.find('template.not-closed', one);
  }

  /** After all parts: what a document of this kind cannot do without. */
  missing(): void {
    const { fields, lists } = this.vocabulary;
    const wanted = [
      ...[...fields].map((name) => [name, `{${name}}`] as const),
      ...[...lists].flatMap(([list, of]) => [
        [list, `{#${list}}`] as const,
        ...[...of].filter(() => this.seen.has(list)).map((name) => [`${list}.${name}`, `{${name}}`] as const),
      ]),
    ];
    for (const [key, tag] of wanted) {
      if (this.seen.has(key) || OPTIONAL.has(key)) continue;
      this.findings.push({
        code: 'template.missing',
        tag,
        paragraph: null,
        text: say('template.missing', { tag }, this.language),
      });
    }
  }

  private open(one: Placeholder, open: Placeholder[]): void {
    open.push(one);
    if (this.vocabulary.lists.has(one.name)) this.seen.add(one.name);
    else this.unknown(one, [...this.vocabulary.lists.keys()]);
  }

  private close(one: Placeholder, open: Placeholder[]): void {
    const last = open.pop();
    if (last && (one.name === '' || one.name === last.name)) return;
    if (last) open.push(last);
    this.find('template.not-opened', one);
  }

  private field(one: Placeholder, open: Placeholder[]): void {
    const { fields, lists } = this.vocabulary;
    const list = open.map(({ name }) => name).findLast((name) => lists.get(name)?.has(one.name));
    if (list !== undefined) this.seen.add(`${list}.${one.name}`);
    else if (fields.has(one.name)) this.seen.add(one.name);
    else this.unknown(one, [...open.flatMap(({ name }) => [...(lists.get(name) ?? [])]), ...fields]);
  }

  private unknown(one: Placeholder, known: string[]): void {
    const near = nearest(one.name, known);
    const braced = (name: string) => one.written.replace(one.name, name);
    const hint =
      near === undefined
        ? say('template.hint-all', { all: known.map(braced).join(', ') }, this.language)
        : say('template.hint-near', { near: braced(near) }, this.language);
    this.find('template.unknown', one, hint);
  }

  private find(code: TemplateFinding['code'], { written, paragraph }: Placeholder, hint = ''): void {
    const data = { tag: written, paragraph: shown(paragraph), hint };
    this.findings.push({
      code,
      tag: written,
      paragraph: shown(paragraph),
      text: say(code, data, this.language).trim(),
    });
  }
}
