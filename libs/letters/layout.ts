import type { DocumentForm } from '#libs/rules';
import type { TableColumn } from '#libs/domain';

/** Millimetres; ours, where the decree leaves the choice. Word and PDF are laid out by the same numbers. */
export const LAYOUT = {
  /** Share of the text's width that the left half of the letterhead takes. */
  letterheadLeft: 0.43,
  signatureLeft: 0.48,
  /** Lines under the motto (as long as its words), a body's name, a subject: share of their column. */
  ruleUnderMotto: 0.58,
  ruleUnderBody: 0.4,
  ruleUnderSubject: 0.36,
  addresseeLeft: 25,
  signatureSpace: 22,
  qr: 22,
  /** From the edge of the paper to the page number: it stands in the top margin. */
  header: 10,
} as const;

/** Width between the margins, millimetres. */
export const textWidth = ({ page, margins }: DocumentForm): number =>
  page.width - margins.left.printed - margins.right.printed;

/** Millimetres by column: the one without a width takes what is left. */
export function columnWidths(columns: readonly Pick<TableColumn, 'width'>[], total: number): number[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  return columns.map(({ width }) => width ?? total - fixed);
}
