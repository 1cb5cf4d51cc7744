import type { Quantity } from '../numbers/quantities.js';

/** A difference: from a base ("so với …"), or a rate of growth without one. */
export interface Change {
  kind: 'increase' | 'decrease' | 'growth';
  unit: string;
  baseline: string | null;
}

const RATE = String.raw`(?: (?:thêm|trung bình|bình quân|hằng năm|hàng năm|mỗi năm|một năm|từ|khoảng|ít nhất|tối thiểu|trên|dưới|không quá|hơn|gần|được|trưởng|tốc độ|là|đạt|mức|ít|đến|năm|cả giai đoạn|năm sau cao hơn năm trước))*`;
const DIRECT = new RegExp(
  String.raw`(?<![a-zA-ZÀ-ỹ])(tăng|giảm|vượt|(?<!không )cao hơn|(?<!không )thấp hơn|kéo giảm|hạ)${RATE}\s*$`,
);
const AT_HEAD =
  /^[\s“-]*(?:(?:(?:đến |trong )?(?:hết )?năm #{4}|phấn đấu|thi đua|tiếp tục|mỗi năm|hằng năm|hàng năm|bình quân|cố gắng|góp phần|quyết tâm|có)[ ,]+)*(kéo giảm|giảm|tăng)(?! (?:cường|trưởng|tốc))(?![a-zA-ZÀ-ỹ])/;
const TO_LEVEL = /(?:xuống|còn|lên|đạt|chiếm|bằng|ở mức|thành)(?: \S+){0,3}\s*$/;
const BASE = /^[^;.:()]{0,40}?(so với [^,;.()“]{2,80}|(?:dự toán|kế hoạch|chỉ tiêu)(?: [^,;.()“]{0,60})?)/;
const YEARLY = /(?:hằng năm|hàng năm|mỗi năm|một năm|bình quân năm|\/năm)/;

/** Reads "tăng 05 xã so với năm 2022", "giảm tỷ lệ … khoảng 3%", "tăng 7,5%". Null where the number is a level. */
export function changeOf(left: string, right: string, name: string, quantity: Quantity): Change | null {
  if (quantity.from) return null;
  const direct = DIRECT.exec(left)?.[1];
  const head = AT_HEAD.exec(left)?.[1];
  if (!direct && (!head || TO_LEVEL.test(left))) return null;
  const word = direct ?? head!;
  const base = BASE.exec(right)?.[1]?.trim() ?? null;
  const yearly = YEARLY.test(left.slice(-60)) || /^ ?(?:\/năm|mỗi năm|hằng năm|hàng năm|một năm)/.test(right);
  const share = quantity.kind === 'share';
  const unit = share && yearly && !quantity.unit.includes('/') ? `${quantity.unit}/năm` : quantity.unit;
  if (/giảm|hạ|thấp/.test(word)) return { kind: 'decrease', unit, baseline: base };
  if (base || word === 'vượt' || word === 'cao hơn') return { kind: 'increase', unit, baseline: base };
  if (!share) return { kind: 'increase', unit, baseline: null };
  return { kind: 'growth', unit: unit.replace('%', '% tăng'), baseline: null };
}
