import { draftAt } from './draft.js';
import type { Statement } from './statement.js';
import type { TargetDraft } from './target-draft.js';

/** What can be counted one by one: only of these "không để", "không còn" makes the target zero. */
const COUNTABLE =
  'hộ nghèo, hộ cận nghèo|hộ nghèo|hộ cận nghèo|hộ tái nghèo|hộ|vụ việc|vụ án|vụ|xã|phường|thôn|bản|huyện|trường hợp|đơn vị|cơ quan|nhà tạm, nhà dột nát|nhà tạm|nhà dột nát|học sinh|sinh viên|trẻ em|trẻ|người|cán bộ|công chức|đảng viên|' +
  'đoàn viên|cá nhân|tập thể|hồ sơ|đơn thư|đơn|điểm đen|điểm nóng|cơ sở|doanh nghiệp|công trình|dự án|lao động|công nhân|chi bộ|tổ chức đảng|thủ tục|cuộc đình công|ca|tụ điểm|cặp|điểm tập kết rác|điểm tập kết';
const ZERO = new RegExp(
  String.raw`(?:không để|không còn|không có|không phát sinh|không xảy ra|không tái|không để tồn tại|chấm dứt)(?: (?:tồn|lọt|sót|xảy ra|phát sinh|phát sinh mới|xuất hiện|tồn tại|tồn đọng|còn|có|tình trạng|các|những|bất kỳ|thêm|tái|mới|hiện tượng))* (${COUNTABLE})(?![a-zA-ZÀ-ỹ])(?! ?(?:dân|mạng|ta)(?![a-zA-ZÀ-ỹ]))`,
  'g',
);
/** "đơn vị không có ma túy", "hộ không có nhà ở": the phrase only describes somebody. */
const DESCRIBES =
  /(?:đơn vị|hộ|gia đình|người|xã|đạt|chuẩn|nơi|khu dân cư|đối tượng|tổ chức|doanh nghiệp|cơ sở|trẻ em|địa bàn|tỷ lệ|số|còn|nhưng|nếu|do|vì|đang) $/;
const KEEP =
  /(?:giữ vững|duy trì|giữ)(?: (?:và|,|hoặc))?(?: (?:từng bước )?(?:nâng|nâng cao|tăng|nâng dần))? (?:tỷ lệ|số|số lượng) [^;.:]{4,160}/;
const REST = /(?:các|số) ([a-zA-ZÀ-ỹ]+(?:, [a-zA-ZÀ-ỹ]+)?) còn lại (?:đều )?(?:đạt|hoàn thành|có)/;
const EARLY =
  /(?:sớm|về đích|hoàn thành)[^;.:]{0,20}?(?:trước|hơn)(?: thời hạn| hạn)? (\d{1,2}) (năm|tháng|ngày) so với/;
const BUDGET = /(?:hoàn thành|thực hiện đạt|đạt|hoàn thành vượt mức) (dự toán (?:thu|chi)[^;.,:()]{0,80})/;

/** Targets said in words: none left, keep or raise, all the rest, early, the budget met. */
export function readWords(statement: Statement): TargetDraft[] {
  const { low, masked, clean } = statement;
  const found: TargetDraft[] = [];
  for (const match of low.matchAll(ZERO)) {
    const before = low.slice(Math.max(0, match.index - 12), match.index);
    if (
      DESCRIBES.test(before) ||
      low.slice(0, match.index).split('“').length > low.slice(0, match.index).split('”').length
    )
      continue;
    const end = endOfPhrase(low, match.index + match[0].length);
    const unit = /^(?:hộ|vụ|nhà|đơn)(?= )/.exec(match[1]!)?.[0] ?? match[1]!;
    found.push(
      draftAt(statement, match.index, end, {
        name: clean.slice(match.index + match[0].length - match[1]!.length, end),
        comparator: 'zero',
        value: 0,
        unit,
        confidence: 0.85,
      }),
    );
  }
  const keep = KEEP.exec(masked);
  if (keep && !/\d/.test(keep[0])) {
    const unit = keep[0].includes('tỷ lệ') ? '%' : (/số (?:lượng )?([a-zà-ỹ]+)/.exec(keep[0])?.[1] ?? '');
    found.push(
      draftAt(statement, keep.index, endOfPhrase(low, keep.index + keep[0].length - 1), {
        comparator: 'keep_or_raise',
        unit,
      }),
    );
  }
  const rest = REST.exec(masked);
  if (rest) {
    const tail = low.slice(rest.index);
    const band = /(\d{1,3}) ?(?:-|đến) ?(\d{1,3}) (?:tiêu chí|điểm)/.exec(tail);
    const end = band ? rest.index + band.index + band[0].length : endOfPhrase(low, rest.index + rest[0].length);
    found.push(
      draftAt(statement, rest.index, end, {
        comparator: 'all_of_rest',
        unit: rest[1]!,
        band: band ? `${band[1]}-${band[2]}` : null,
      }),
    );
  }
  const early = EARLY.exec(low);
  if (early) {
    const from = Math.max(low.lastIndexOf('hoàn thành', early.index), 0);
    found.push(
      draftAt(statement, from, early.index + early[0].length - ' so với'.length, {
        name: clean.slice(from, early.index).trim(),
        comparator: 'at_least',
        explicit: false,
        value: Number(early[1]),
        unit: `${early[2]} sớm hơn`,
      }),
    );
  }
  const budget = BUDGET.exec(low);
  if (budget && !/\d/.test(masked.slice(budget.index, budget.index + budget[0].length))) {
    const goal = /phấn đấu (?:đạt và )?$/.exec(low.slice(0, budget.index))?.[0].length ?? 0;
    const at = budget.index - goal;
    found.push(
      draftAt(statement, at, budget.index + budget[0].trimEnd().length, {
        name: budget[1]!.trim(),
        explicit: false,
        unit: '% dự toán',
      }),
    );
  }
  return found;
}

/** A phrase ends at the next comma that begins something new, or with the statement. */
function endOfPhrase(low: string, from: number): number {
  const stop = low
    .slice(from)
    .search(
      /[;.()]|, (?=không|hạn chế|giảm|nâng|phấn đấu|đảm bảo|bảo đảm|tăng|góp|kiên|chủ|thực|đẩy|kịp|xử|tỷ lệ|số |giữ|gây|ảnh)/,
    );
  return stop < 0 ? low.trimEnd().length : from + stop;
}
