import { fold } from '../plan-reader/text/fold.js';
import { normalise } from '../plan-reader/text/normalise.js';
import { digitsForWords } from './numerals.js';

const YEAR_OF_TWO_DIGITS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/.-])/g;
const BARE_DAY = /(?<![\d/.-])(?<!ngày )(?=\d{1,2}[/.-]\d{1,2}(?![\d.-]|\/\d{1,3}(?!\d)))/g;
const DAY_IN_WORDS = /(?<![\d/])(?<!(?:ngày|tuần|tuần thứ) )(?=\d{1,2} tháng \d{1,2}(?![\d/]))/g;
const BARE_MONTH =
  /(?<!(?:hết|trong|vào|cuối|đầu|giữa|từ|đến|trước|sau|xong|ngày \d|ngày \d\d|của|\d) )(?=tháng \d{1,2}(?![\d/]))/g;

/**
 * The words in one form, for the rules to read: small letters composed, single spaces, one dash, digits for counts, years of four
 * digits, and "ngày" before every day, so that the date grammar of plans reads them too.
 */
export function tidyWording(text: string): string {
  const low = fold(normalise(text))
    .replace(/[–—‑−‐]/g, '-')
    .replace(/[“”"'*_]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, '$3/$2/$1')
    .replace(/(?:ngày )?(?:mùng|mồng) (?=\d)/g, 'ngày ')
    .replace(/(ngày \d{1,2}),? (tháng \d{1,2}),? (?=năm \d{4})/g, '$1 $2 ')
    .replace(/tháng (đầu|cuối) (?:tiên|cùng) (?=(?:của )?(?:hằng |mỗi |hàng )?quý)/g, 'tháng $1 ')
    .replace(/(?<=tháng|quý|tuần|năm) (?:tiếp theo|kế tiếp|liền kề)/g, ' sau')
    .replace(/(ngày (?:làm việc )?thứ )(\d{1,2})(?= (?:của |trong )?(?:tháng|quý|năm))/g, '$1n$2n');
  return digitsForWords(low)
    .replace(/[()[\]]/g, ' ')
    .replace(/([\div]) ?([/.-]) ?(?=\d)/g, '$1$2')
    .replace(/(\d{1,2}\/\d{1,2})\/(?=\s)/g, '$1')
    .replace(YEAR_OF_TWO_DIGITS, '$1$2$3$220$4')
    .replace(
      /(?<![\d/.-])(\d{1,2})[.-](\d{1,2})(?:[.-](\d{4}))?(?![\d/.-])/g,
      (_all, d: string, m: string, y?: string) => [d, m, ...(y ? [y] : [])].join('/'),
    )
    .replace(BARE_DAY, 'ngày ')
    .replace(DAY_IN_WORDS, 'ngày ')
    .replace(BARE_MONTH, 'trong ')
    .replace(/hàng (?=ngày|tuần|tháng|quý|năm)|mỗi (?=tuần|tháng|quý|năm)/g, 'hằng ')
    .replace(/^(.*)hằng tháng,? (.*ngày \d{1,2})$/, '$1$2 hằng tháng')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:-]+|[\s.,;:-]+$/g, '');
}
