import { quantitiesOf, type Quantity } from '../numbers/quantities.js';

/** One statement with its quantities; offsets in the statement. */
export interface Clause {
  start: number;
  end: number;
  quantities: Quantity[];
}

const LEAD_IN = String.raw`(?: ?(?:và|cùng|còn|có|đạt|phấn đấu|trong đó|với|trên|dưới|khoảng|ít nhất|tối thiểu|không quá|hơn|gần|là|tăng|giảm|xây dựng|tổ chức|thành lập|trồng|tặng|hỗ trợ|từ))*`;
const NUMBER_FOLLOWS = new RegExp(String.raw`^${LEAD_IN} ?$`);
const REST = /^ ?(?:và )?(?:các|số) (?:[a-zA-ZÀ-ỹ]+,? ){0,6}còn lại/;

/** Cuts a statement between its quantities, at a comma or "và" that begins the next one. */
export function clausesOf(masked: string): Clause[] {
  const quantities = quantitiesOf(masked);
  const cuts: number[] = [];
  const colons = [...masked.matchAll(/:/g)].map((m) => m.index);
  quantities.slice(1).forEach((next, i) => {
    // "có lợi nhuận 01 tỷ đồng trở lên, …: 20%": what stands before the only colon qualifies the name
    if (colons.length === 1 && quantities[i]!.end <= colons[0]!) return;
    const cut = cutBetween(masked, quantities[i]!.end, next.start, quantities[i]!);
    if (cut !== null) cuts.push(cut);
  });
  const edges = [0, ...cuts, masked.length];
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    return { start, end, quantities: quantities.filter((q) => q.start >= start && q.end <= end) };
  });
}

function cutBetween(masked: string, from: number, to: number, before: Quantity): number | null {
  const between = masked.slice(from, to);
  const commas = [...between.matchAll(/, /gu)].map((m) => m.index);
  const last = commas[commas.length - 1];
  if (last !== undefined && (NUMBER_FOLLOWS.test(between.slice(last + 1)) || REST.test(between.slice(last + 1))))
    return from + last;
  // "95,2% cơ quan, doanh nghiệp, trường học …": the list belongs to the number before it unless a measure begins
  const measure =
    /,(?= (?:trong đó |riêng |phấn đấu )?(?:tỷ lệ|tỷ trọng|số |tổng|giá trị|thu nhập|thu ngân|sản lượng|diện tích|năng suất|doanh thu|lợi nhuận|kim ngạch|mật độ|mức |bình quân|độ che phủ|\d|tăng |giảm |từ ))/.exec(
      between,
    );
  if (measure) return from + measure.index;
  if (before.kind === 'share' && commas.length > 0 && !/^ ?,/.test(between) && !/(?:trở lên|trở xuống),/.test(between))
    return null;
  if (commas.length > 0) return from + commas[0]!;
  const and =
    / và (?=(?:có |ít nhất |tối thiểu |trên |khoảng |tặng )?$)| và (?=(?:tỷ lệ|số|tổng|giảm|tăng|nâng) )/.exec(between);
  return and ? from + and.index : null;
}
