/** A stretch of a paragraph that makes one statement; brackets are statements of their own. Offsets in the paragraph. */
export interface Segment {
  start: number;
  end: number;
  /** Inside brackets; it follows the statement it comments. */
  bracket: boolean;
  /** Where its sentence begins: dates there hold for all its statements. */
  sentence: number;
}

/** Cuts at `;`, full stops, cells, and at a colon that opens a list of statements. Brackets come behind their statement. */
export function segmentsOf(low: string): Segment[] {
  const segments: Segment[] = [];
  let brackets: Segment[] = [];
  let start = 0;
  let sentence = 0;
  let level = 0;
  let open = 0;
  const cut = (end: number, next: number): void => {
    if (low.slice(start, end).trim()) segments.push({ start, end, bracket: false, sentence });
    segments.push(...brackets);
    brackets = [];
    start = next;
  };
  const inner = (end: number): void => {
    if (low.slice(open, end).trim()) brackets.push({ start: open, end, bracket: true, sentence });
    open = end + 1;
  };
  for (let i = 0; i < low.length; i += 1) {
    const char = low.charAt(i);
    if (char === '(') {
      if (level === 0) open = i + 1;
      level += 1;
    } else if (char === ')' && level > 0) {
      level -= 1;
      if (level === 0) inner(i);
    } else if (level > 0) {
      if (char === ';' && level === 1) inner(i);
      if (isFullStop(low, i) && i - open > 400) level = 0;
    } else if (char === ';' || char === '\t') cut(i, i + 1);
    else if (isFullStop(low, i)) {
      cut(i, i + 1);
      sentence = i + 1;
    } else if (char === ':' && !isValueBehind(low, i)) cut(i, i + 1);
  }
  cut(low.length, low.length);
  return segments;
}

const isFullStop = (low: string, i: number): boolean =>
  '.!?…'.includes(low.charAt(i)) &&
  (i + 1 === low.length || /[\s/.]/.test(low.charAt(i + 1))) &&
  !/(?:tp|ths|ts|gs|bs|đ\/c|tt|vv)$/.test(low.slice(Math.max(0, i - 4), i));

/** "Số xã đạt chuẩn: 28 xã": the number belongs to the name before the colon; "trong đó: 5 xã" begins anew. */
const isValueBehind = (low: string, i: number): boolean =>
  !/(?:trong đó|cụ thể|bao gồm|gồm|như sau|sau đây|phấn đấu|chỉ tiêu|mục tiêu|năm \d{4}|cụ thể là|là)\s*$/.test(
    low.slice(Math.max(0, i - 14), i),
  ) &&
  /^ ?(?:(?:phấn đấu|phải|là|đạt|chiếm|từ|khoảng|trên|dưới|ít nhất|tối thiểu|không quá|tăng|giảm|bằng|trung bình|bình quân|còn|thêm|có) )*[\d#]/.test(
    low.slice(i + 1, i + 60),
  );

/** The statement with its brackets blanked, letter for letter. */
export function withoutBrackets(low: string, segment: Segment): string {
  const text = low.slice(segment.start, segment.end);
  if (segment.bracket || !text.includes('(')) return text;
  let level = 0;
  let out = '';
  for (const char of text.split('')) {
    if (char === '(') level += 1;
    out += level > 0 ? ' ' : char;
    if (char === ')' && level > 0) level -= 1;
  }
  return out;
}
