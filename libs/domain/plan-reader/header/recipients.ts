import type { Evidence } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { tailCells } from '../text/lines.js';
import { evidenceAt } from '../text/page.js';

export interface Recipients {
  recipients: string[];
  evidence: Evidence[];
  /** A brace on a line of its own: which lines it covers is lost in plain text. */
  brace: Evidence | null;
}

/** The lines of `Nơi nhận`, without their bullets and closing marks. */
export function recipientsOf(layout: Layout, signature: Set<number>): Recipients {
  const { page } = layout;
  const result: Recipients = { recipients: [], evidence: [], brace: null };
  const cells = tailCells(layout);
  const head = cells.findIndex((cell) => cell.low.startsWith('nơi nhận'));
  if (head < 0) return result;
  let filed = false;
  for (const [i, cell] of cells.slice(head).entries()) {
    if (signature.has(cell.start)) continue;
    if (/^[{}\]|)(]? ?\(?(?:để )?b\/c\)?$|^[{}]/.test(cell.low)) {
      result.brace = evidenceAt(page, cell.start, cell.end, 0.5);
      continue;
    }
    if (filed && !cell.listed) break;
    let from = cell.start + (i === 0 ? (/^nơi nhận ?:? ?/.exec(cell.low)?.[0].length ?? 0) : 0);
    for (const part of page.clean.slice(from, cell.end).split(/(?<=;)(?! ?\()/)) {
      const lead = /^[-+•\s]*/.exec(part)?.[0].length ?? 0;
      const text = part.slice(lead).replace(/[;.,\s]+$/, '');
      if (text.length > 1) {
        result.recipients.push(text.replace(/; ?(?=\()/, ' '));
        result.evidence.push(evidenceAt(page, from + lead, from + lead + text.length, 0.9));
        filed ||= /^lưu(?:[ :]|$)/i.test(text);
      }
      from += part.length;
    }
  }
  return result;
}
