import { writtenComparator } from '../numbers/comparators.js';
import { lowerIsBetter } from '../numbers/lower-is-better.js';
import type { Quantity } from '../numbers/quantities.js';
import type { Comparator } from '../../target/target.types.js';
import { changeOf } from './change.js';

/** What a number asks for. */
export interface Judgement {
  comparator: Comparator;
  explicit: boolean;
  unit: string;
  baseline: string | null;
}

/** Made or done once, counted exactly: a work, a meeting. Everything else counted is at least. */
const MADE =
  /(?:xây dựng|xây mới|xây|làm mới|làm điểm|làm|rải|sửa chữa|cải tạo|nâng cấp|hoàn thiện|hoàn thành|thành lập|lắp đặt|tổ chức|ra mắt|khởi công|khánh thành|biên soạn|xuất bản|chọn|triển khai|thực hiện|bê tông hóa|cứng hóa|mở)(?![a-zA-ZÀ-ỹ])/g;
/** Gathered or reached: more is welcome. */
const GATHERED =
  /(?:giải quyết|tạo việc|tạo thêm|thu hút|đào tạo|tập huấn|bồi dưỡng|hỗ trợ|vận động|kết nạp|phát triển|trồng|giúp|trao|tặng|cấp|tiếp nhận|đón|huy động|quyên góp|thu |sản xuất|tiết kiệm|có |đạt|công nhận|được)/g;

/**
 * Comparator of a quantity from the words around it. `left` and `right` are the statement before and behind it, `name`
 * what is measured, all folded.
 */
export function judge(quantity: Quantity, left: string, right: string, name: string): Judgement {
  const written = writtenComparator(left.slice(-60), right.slice(0, 60));
  const change = changeOf(left, right, name, quantity);
  const unit = change?.unit ?? quantity.unit;
  const baseline = change?.baseline ?? (quantity.from ? quantity.from.text + (quantity.unit === '%' ? '%' : '') : null);
  const as = (comparator: Comparator, explicit: boolean): Judgement => ({ comparator, explicit, unit, baseline });
  if (change?.kind === 'decrease') return as('decrease_by', true);
  if (change?.kind === 'increase') return as('increase_by', true);
  if (quantity.upTo !== null && !(written === 'approx')) return as('range', true);
  if (written) return as(written, true);
  if (change?.kind === 'growth') return as('at_least', false);
  if (quantity.kind === 'share' && quantity.value === 100 && quantity.unit === '%') return as('exactly', false);
  if (/(?:giữ|duy trì)[a-zA-ZÀ-ỹ ,]*(?:ở mức|mức|tỷ lệ)/.test(left) && !/đạt|nâng/.test(left))
    return as('keep_or_raise', true);
  if (lowerIsBetter(name) && quantity.kind !== 'money') return as('at_most', false);
  if (quantity.kind === 'share' && withoutMeasure(name)) return as('unclear', false);
  if (quantity.kind === 'count') return as(countedExactly(left) ? 'exactly' : 'at_least', false);
  return as('at_least', false);
}

/** Decided by the verb nearest to the number. */
function countedExactly(left: string): boolean {
  const made = lastIndex(left, MADE);
  return made >= 0 && made > lastIndex(left, GATHERED);
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/** "phát triển nông, lâm nghiệp, thủy sản đạt 22,4%": a share of what, or a growth? The text does not say. */
function withoutMeasure(name: string): boolean {
  if (name.trim() === '') return true;
  if (
    /tỷ lệ|tỷ trọng|tỷ suất|số |tốc độ|mức|chỉ số|độ che phủ|độ phủ|công suất|hiệu suất|tăng trưởng|cơ cấu|hoàn thành|đạt|được|có |chiếm|dự toán|kế hoạch/.test(
      name,
    )
  )
    return false;
  return /^(?:phát triển|nông|lâm|công nghiệp|dịch vụ|thương mại|du lịch|ngành|lĩnh vực|kinh tế|sản xuất|khu vực)/.test(
    name,
  );
}
