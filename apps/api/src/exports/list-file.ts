import { writeXlsx, type WrittenCell } from '#libs/documents';
import { localDateOf, localTimeOf, say, type Language } from '#libs/domain';

/** A list as it stands on a screen. */
export interface ListFile {
  title: string;
  /** What was filtered by, in words; nothing where all of it is there. */
  filters: string[];
  now: Date;
  /** Heading of each column, with its width in characters. */
  columns: { head: string; width: number }[];
  rows: (string | number | null)[][];
}

/** `20/09/2023`, with the hour where it is not the end of a day. */
export function dayAndTime(at: string | Date): string {
  const instant = new Date(at);
  const time = localTimeOf(instant);
  const day = localDateOf(instant).split('-').reverse().join('/');
  return time === '23:59' ? day : `${day} ${time}`;
}

/** The list as an Excel file: what it is, as of when and by which filters above it. Texts stay texts, whatever they begin with. */
export function listFile({ title, filters, now, columns, rows }: ListFile, language: Language): Buffer {
  const cell = (value: string | number | null, style: WrittenCell['style'] = 'plain'): WrittenCell => ({
    value,
    style,
  });
  const asOf = say(
    'list.as-of',
    { at: `${localTimeOf(now)} ${dayAndTime(now).slice(0, 10)}`, rows: rows.length },
    language,
  );
  const above = [[cell(title, 'title')], [cell([asOf, ...filters].join(' · '))], [null]];
  return writeXlsx([
    {
      name: say('list.sheet', {}, language),
      widths: columns.map(({ width }) => width),
      rows: [
        ...above,
        columns.map(({ head }) => cell(head, 'head')),
        ...rows.map((row) => row.map((value) => cell(value))),
      ],
      frozen: above.length + 1,
    },
  ]);
}
