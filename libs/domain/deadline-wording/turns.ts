import type { LocalDate } from '../time/local-date.js';
import type { Turn } from './deadline-wording.types.js';

export interface SpelledTurn {
  text: string;
  /** Year for dates without one. */
  year: number;
  every: Turn | null;
}

const LETTER = String.raw`(?![\p{L}\d])`;
const re = (source: string): RegExp => new RegExp(source + LETTER, 'gu');

/**
 * The words with every period of the `turn`-th round written out: "ngày 25 hằng tháng" → "ngày 25 tháng 11/2026" in the month of
 * `from`, the month after in turn 1. "này", "sau" stay where they are whatever the turn.
 */
export function spellTurn(low: string, from: LocalDate, turn: number): SpelledTurn {
  const year = Number(from.slice(0, 4));
  const month = year * 12 + Number(from.slice(5, 7)) - 1;
  const quarter = year * 4 + Math.floor((month % 12) / 3);
  const monthName = (n: number) => `tháng ${(n % 12) + 1}/${Math.floor(n / 12)}`;
  const quarterName = (n: number) => `quý ${(n % 4) + 1}/${Math.floor(n / 4)}`;
  const inQuarter = (part: string, n: number) => monthName(n * 3 + ['đầu', 'giữa', 'cuối'].indexOf(part));
  const text = low
    .replace(/ ?của (?=tháng|quý|năm)/g, ' ')
    .replace(re('(?<=tháng )(đầu|giữa|cuối) quý (?:sau|tới)'), (_m, part: string) =>
      inQuarter(part, quarter + 1).slice('tháng '.length),
    )
    .replace(re('(?<=tháng )(đầu|giữa|cuối) (?:hằng )?quý(?: này)?(?! (?:[iv]+|\\d))'), (_m, part: string) =>
      inQuarter(part, quarter + turn).slice('tháng '.length),
    )
    .replace(re('(?<=(?<!ngày \\d{1,2} )trong )(tháng|quý|năm)$'), '$1 này')
    .replace(re('tháng này'), monthName(month))
    .replace(re('tháng (?:sau|tới)'), monthName(month + 1))
    .replace(re('quý này'), quarterName(quarter))
    .replace(re('quý (?:sau|tới)'), quarterName(quarter + 1))
    .replace(re('năm (?:nay|này)'), `năm ${year}`)
    .replace(re('năm (?:sau|tới)'), `năm ${year + 1}`)
    .replace(re('(?<=ngày \\d{1,2} )(?:trong |hằng )?tháng$'), monthName(month + turn))
    .replace(re('(?<=ngày \\d{1,2} )hằng tháng'), monthName(month + turn))
    .replace(
      re('(?<=(?:đầu|giữa|cuối|cuối cùng|đầu tiên|thứ n\\dn|thứ n\\d\\dn) )(?:hằng )?tháng$'),
      monthName(month + turn),
    )
    .replace(
      re('(?<=(?:đầu|giữa|cuối|cuối cùng|đầu tiên|thứ n\\dn|thứ n\\d\\dn) )(?:hằng )?quý$'),
      quarterName(quarter + turn),
    )
    .replace(re('(?<=(?:đầu|giữa|cuối|cuối cùng|đầu tiên) )năm$'), `năm ${year + turn}`)
    .replace(re(',? hằng năm'), '');
  return { text, year: year + turn, every: everyOf(low) };
}

function everyOf(low: string): Turn | null {
  if (/hằng năm/.test(low)) return 'year';
  if (/hằng quý|tháng (?:đầu|giữa|cuối) (?:của )?quý$/.test(low)) return 'quarter';
  return /hằng tháng|ngày \d{1,2} (?:của |trong )tháng$/.test(low) ? 'month' : null;
}
