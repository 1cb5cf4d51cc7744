import { formatted } from './number-format.js';

/** One level of a list as Word keeps it; `text` is a pattern such as `%1.%2.`. */
export interface Level {
  format: string;
  text: string;
  start: number;
  /** What stands between the number and the text: `tab`, `space` or `nothing`. */
  suffix: string;
}

/** Where a paragraph or a style stands in a list. */
export interface Place {
  list: string | undefined;
  level: number | undefined;
}

interface List {
  pattern: string;
  restarts: Map<number, number>;
}

export const MAX_LEVEL = 8;

/** Counts the numbered paragraphs of a document in the order they are asked for, as Word does when it shows them. */
export class Numbering {
  /** Levels by pattern (`abstractNum`); lists (`num`) share a pattern and its counting. */
  readonly patterns = new Map<string, Level[]>();
  readonly lists = new Map<string, List>();
  readonly styles = new Map<string, Place & { basedOn: string | undefined }>();
  private readonly counts = new Map<string, number[]>();
  private readonly restarted = new Set<string>();

  /** What Word shows before the paragraph, with the space after it; '' for none and for forms that are not plain. */
  label(own: Place, style: string | undefined): string {
    const inherited = this.ofStyle(style);
    const id = own.list ?? inherited.list;
    const at = Math.min(Math.max(own.level ?? inherited.level ?? 0, 0), MAX_LEVEL);
    const list = id === undefined || id === '0' ? undefined : this.lists.get(id);
    const levels = list && this.patterns.get(list.pattern);
    const level = levels?.[at];
    if (!list || !levels || !level) return '';
    this.count(id!, list, levels, at);
    const counts = this.counts.get(list.pattern)!;
    const text =
      level.format === 'bullet'
        ? bullet(level.text)
        : level.text.replace(/%([1-9])/g, (_, n: string) =>
            formatted(levels[Number(n) - 1]?.format ?? 'none', counts[Number(n) - 1] ?? 1),
          );
    return text.trim() === '' ? '' : text + (level.suffix === 'nothing' ? '' : ' ');
  }

  private count(id: string, list: List, levels: Level[], at: number): void {
    const counts = this.counts.get(list.pattern) ?? [];
    this.counts.set(list.pattern, counts);
    const restart = list.restarts.get(at);
    const first = restart !== undefined && !this.restarted.has(`${id} ${at}`);
    if (first) {
      this.restarted.add(`${id} ${at}`);
      counts.length = Math.min(counts.length, at);
    }
    for (let upper = 0; upper < at; upper++) counts[upper] ??= levels[upper]?.start ?? 1;
    counts[at] = counts[at] === undefined ? (first ? restart : levels[at]!.start) : counts[at] + 1;
    counts.length = at + 1;
  }

  /** The nearest style up the chain that says something. */
  private ofStyle(style: string | undefined): Place {
    const place: Place = { list: undefined, level: undefined };
    for (let steps = 0, id = style; id !== undefined && steps < 12; steps++) {
      const found = this.styles.get(id);
      place.list ??= found?.list;
      place.level ??= found?.level;
      id = found?.basedOn;
    }
    return place;
  }
}

/** Signs of symbol fonts have codes of their own or are letters ("o" of Courier): a dash stands for them. */
const bullet = (text: string): string => (/^[+*•–—-]$/.test(text.trim()) ? text.trim() : '-');
