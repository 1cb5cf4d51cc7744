import { MAX_LEVEL, type Level, type Numbering } from './numbering.js';
import { readXml } from './xml.js';

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** word/numbering.xml: patterns (`abstractNum` with `lvl`) and lists (`num`) that use them. */
export function readNumbering(chunks: AsyncIterable<Buffer>, numbering: Numbering): Promise<void> {
  let levels: Level[] | undefined;
  let level: Level | undefined;
  let list: string | undefined;
  let override: number | undefined;
  return readXml(chunks, {
    open(tag) {
      const value = tag.at('val');
      const at = whole(tag.at('ilvl'));
      if (tag.name === 'w:abstractNum') numbering.patterns.set(tag.at('abstractNumId') ?? '', (levels = []));
      else if (tag.name === 'w:num') list = tag.at('numId');
      else if (tag.name === 'w:abstractNumId' && list !== undefined)
        numbering.lists.set(list, { pattern: value ?? '', restarts: new Map() });
      else if (tag.name === 'w:lvlOverride') override = at;
      else if (tag.name === 'w:startOverride' && list !== undefined && override !== undefined)
        numbering.lists.get(list)?.restarts.set(override, whole(value) ?? 1);
      else if (tag.name === 'w:lvl' && levels && at !== undefined && at <= MAX_LEVEL)
        levels[at] = level = { format: 'decimal', text: '', start: 1, suffix: 'tab' };
      else if (level && tag.name === 'w:start') level.start = whole(value) ?? 1;
      else if (level && tag.name === 'w:numFmt') level.format = value ?? 'none';
      else if (level && tag.name === 'w:lvlText') level.text = (value ?? '').slice(0, 60);
      else if (level && tag.name === 'w:suff') level.suffix = value ?? 'tab';
    },
    close(name) {
      if (name === 'w:abstractNum') levels = undefined;
      if (name === 'w:lvl') level = undefined;
      if (name === 'w:num') list = undefined;
    },
  });
}

/** word/styles.xml: which styles number their paragraphs, as headings often do. */
export function readStyles(chunks: AsyncIterable<Buffer>, numbering: Numbering): Promise<void> {
  let style: ReturnType<Numbering['styles']['get']>;
  return readXml(chunks, {
    open(tag) {
      if (tag.name === 'w:style') {
        style = { list: undefined, level: undefined, basedOn: undefined };
        numbering.styles.set(tag.at('styleId') ?? '', style);
      } else if (style && tag.name === 'w:basedOn') style.basedOn = tag.at('val');
      else if (style && tag.name === 'w:numId') style.list = tag.at('val');
      else if (style && tag.name === 'w:ilvl') style.level = whole(tag.at('val'));
    },
    close(name) {
      if (name === 'w:style') style = undefined;
    },
  });
}
