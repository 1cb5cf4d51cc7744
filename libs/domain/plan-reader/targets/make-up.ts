/** A body said to consist of so many people. Folded. */
const CONSISTS =
  /(?:ban|hội đồng|ủy ban|tổ|đoàn|đội|đội ngũ|bộ máy|chi bộ|đảng bộ|cụm|khối|công đoàn|hội|đại hội)(?![a-zA-ZÀ-ỹ])[^.;:]{0,80}? (?:gồm|bao gồm|gồm có|hiện có) [\d#.]+ (?:đồng chí|người|thành viên|ủy viên|đại biểu|cán bộ|đảng viên|đoàn viên|hội viên)(?![a-zA-ZÀ-ỹ])/g;
const PART = /(?:^|[\s,.;])(?:trong đó|nữ|nam|trẻ|tuổi|độ tuổi|trình độ|dân tộc|tái cử|cơ cấu|tỷ lệ nữ)(?![a-zA-ZÀ-ỹ])/;
const AIMS =
  /phấn đấu|mục tiêu|chỉ tiêu|phải|ít nhất|tối thiểu|trở lên|không quá|bảo đảm|đảm bảo|yêu cầu|nâng|tăng|giảm/;
const REACH = 200;

/**
 * True for a number that only tells who sits in a body: "Ban Chấp hành gồm 45 đồng chí, trong đó nữ chiếm 33,3%", also where
 * the part stands in the next sentence. With a word of aiming it is a goal. `at` is where the number stands in the paragraph.
 */
export function tellsMakeUp(low: string, at: number): boolean {
  const from = Math.max(0, at - REACH);
  const before = low.slice(from, at);
  if (!before.includes('gồm') && !before.includes('hiện có')) return false;
  const last = [...before.matchAll(CONSISTS)].at(-1);
  if (!last) return false;
  const between = before.slice(last.index + last[0].length);
  const sentences = between.match(/[.!?](?=\s)/g)?.length ?? 0;
  const behind = /^[^.;]{0,60}/.exec(low.slice(at))?.[0] ?? '';
  return sentences <= 1 && PART.test(between) && !AIMS.test(last[0] + between + behind);
}
