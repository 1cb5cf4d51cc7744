import { fold } from '../text/fold.js';
import type { Page } from '../text/page.js';
import { titled } from './place-names.js';

/** Behind these the proper part of a name begins. */
const HEADS = /^(?:sở|bộ|phòng|vụ|cục|viện|và|trường|đoàn)$/;
/** Words of an organisation's name that are written small inside it. */
const SMALL =
  /^(?:ty|và|của|các|về|tỉnh|thành|phố|huyện|quận|thị|xã|phường|trấn|đặc|khu|nhân|dân|ban|vụ|thể|thao|dục|đào|tạo|tế|viên|chức|đoàn|động|hội|phần|hữu|hạn|tịch|thi|đua|khen|thưởng|số|trường|nghiệp|sản|thủ|công|cấp|mại|nghệ|truyền|thông|chính|quyền|lịch|xây|dựng|vận|tải|lao|thương|binh|bộ)$/;

const ACRONYM =
  /^(?:thpt|thcs|th|tnhh|mtv|lđlđ|bch|hđqt|gd&đt|cp|tp|tdp|mttq|ptdtbt|ptdtnt|ubnd|hđnd|tncs|xnk|evn|vnpt|gtvt|nn&ptnt|bhxh)$/;

/** A name in capitals as it is written in running text: as the text itself has it, else by the house rule. */
export function spoken(page: Page, name: string): string {
  const low = fold(name);
  if (low === '' || name !== name.toUpperCase()) return shortened(name);
  for (let at = page.low.indexOf(low); at >= 0; at = page.low.indexOf(low, at + 1)) {
    const found = page.clean.slice(at, at + low.length);
    if (found !== found.toUpperCase()) return shortened(found);
  }
  const words = low.split(' ').map((word, i, all) => {
    if (ACRONYM.test(word)) return word.toUpperCase();
    const begins = i === 0 || HEADS.test(all[i - 1]!) || /[,-]$/.test(all[i - 1]!);
    return (!begins && SMALL.test(word)) || word === 'và' ? word : titled(word);
  });
  return shortened(words.join(' '));
}

/** UBND, HĐND as the field writes them; unit words small. */
export function shortened(name: string): string {
  const text = name
    .replace(/[ủu][ỷyỹ]? ?ban nhân dân|[uủ][ỷy] ban nhân dân/giu, 'UBND')
    .replace(/ủy ban nhân dân/giu, 'UBND')
    .replace(/hội đồng nhân dân/giu, 'HĐND')
    .replace(
      /(?<!^)(?<![a-zA-ZÀ-ỹ])(Tỉnh|Thành Phố|Thành phố|Huyện|Quận|Thị Xã|Thị xã|Xã|Phường|Thị trấn|Đặc khu)(?= \p{Lu})/gu,
      (word) => word.toLowerCase(),
    );
  return text.charAt(0).toUpperCase() + text.slice(1);
}
