/** Things a plan counts. Longer names are tried first; the list is data: add a word, no rule changes. */
const COUNTED = new Set(
  (
    'hộ|xã, phường, thị trấn|xã, phường|xã, thị trấn|xã|phường|thị trấn|huyện|quận|thôn, bản|thôn|bản|ấp|buôn|tổ dân phố|khu dân cư|khu phố|' +
    'tỉnh|thành phố|đô thị|công trình, phần việc|công trình|phần việc|dự án|hạng mục|đề án|tuyến|đoạn đường|cây cầu|cầu|trường học|trường|phòng học|nhà văn hóa|' +
    'nhà tình nghĩa|nhà đại đoàn kết|nhà tạm, nhà dột nát|nhà tạm|nhà ở|nhà|căn|mái ấm|trạm y tế|trạm|bệnh viện|giường bệnh|giường|bác sỹ|bác sĩ|điều dưỡng|dược sĩ|' +
    'người lao động|lao động|người dân|người|công nhân|cán bộ, công chức|cán bộ|công chức|viên chức|giáo viên|học sinh, sinh viên|học sinh|sinh viên|học viên|trẻ em|trẻ|đảng viên|đoàn viên|hội viên|thanh niên|phụ nữ|' +
    'đồng chí|nhân khẩu|khách du lịch|lượt khách|khách|lượt người|lượt|doanh nghiệp, hợp tác xã|doanh nghiệp|hợp tác xã|tổ hợp tác|cơ sở|trang trại|chi bộ|chi đoàn|chi hội|tổ chức đảng|công đoàn cơ sở|' +
    'nghiệp đoàn|đơn vị|cơ quan, đơn vị|cơ quan|tập thể|cá nhân|gia đình|dòng họ|điển hình tiên tiến|điển hình|mô hình|sáng kiến|đề tài|giải pháp|sản phẩm|thương hiệu|nhãn hiệu|bài viết|tin, bài|tin bài|tin|bài báo|bài|' +
    'chuyên mục|phóng sự|video|lớp|cuộc thi|hội thi|hội nghị|hội thảo|cuộc|đợt|buổi|phần quà|suất|sổ tiết kiệm|thẻ|giấy chứng nhận|hồ sơ|thủ tục hành chính|thủ tục|' +
    'dịch vụ công trực tuyến|dịch vụ công|dịch vụ|vụ|trường hợp|đơn|km|kilômét|km2|km²|m2|m²|m3|m³|ha|hecta|héc-ta|tấn|tạ|kg|tạ/ha|mw|kwh|triệu kwh|lít|cây|con|đầu con|lồng nuôi|lồng|máy|thiết bị|camera|điểm cầu|' +
    'tiêu chí|chỉ tiêu|đơn vị máu|bộ sản phẩm|cụm công nghiệp|khu công nghiệp|nhà máy|siêu thị|chợ|hồ chứa|đập|giếng|bể|ao|vườn|câu lạc bộ|đội|nhóm|ngày công tình nguyện|ngày công|tổ máy|bông hoa|tiết dạy tốt|tiết|chi hội|điểm tập kết rác|điểm tập kết|thủ lĩnh|tổ tự quản|điểm|tổ|chữ ký số|chữ ký|tài khoản|giải|tủ sách|vườn mẫu|đề xuất|ý kiến|ca|bộ|cặp|phòng|lượt hộ|quyển|cuốn|tờ rơi|pano|băng rôn|sim|máy tính|xe|tàu|cột|mét|m'
  ).split('|'),
);
const LONGEST = Math.max(...[...COUNTED].map((noun) => noun.split(' ').length));

/** Counted in plans as the names of contents, not as goals: "triển khai 5 chuyên đề", "6 điều Bác Hồ dạy". */
export const CONTENT_NOUNS =
  /^(?:chuyên đề|nội dung|nhiệm vụ|điều|khâu|đột phá|lĩnh vực|bước|giai đoạn|phong trào|cuộc vận động|chương trình|chỉ thị|văn bản|cấp|nhóm|phần|mục|mặt|môn|bên|phía|vùng|khối|cụm|dân tộc|không|sạch|nhất|có|tốt|thành viên|bản|bộ|lần|tiêu chí|chỉ tiêu|đợt|mức|điểm|phiếu|trang|câu|bảng)(?![a-zA-ZÀ-ỹ])/;

const PER = String.raw`(?: trên (?:1 |một )?(?:10\.000|100\.000|1\.000|vạn) dân| ?/ ?(?:10\.000|100\.000|1\.000|vạn|nghìn|ngàn|[a-zà-ỹđ]+)(?: (?:dân|người|lao động|công nhân|trẻ))?(?: sinh ra)?)`;
const MONEY = String.raw`(?:(?:nghìn|ngàn) tỷ|tỷ|tỉ|triệu|nghìn|ngàn|trăm triệu)(?: (?:đồng|usd|đô la mỹ|đô la|vnđ|vnd))?|(?:đồng|usd|vnđ|vnd)(?![a-zà-ỹđ])`;
const PERCENT = String.raw`%(?: ?điểm)?|phần trăm|điểm phần trăm|điểm %|‰|phần nghìn`;
const SHARE_OR_MONEY = new RegExp(String.raw` ?(?:(${PERCENT})|(${MONEY}))`, 'y');
const PER_TAIL = new RegExp(String.raw`(?:${PER}){0,2}`, 'y');

export type UnitKind = 'share' | 'count' | 'money' | 'none';

/** The unit right behind a number, in the house's spelling, with what it is counted per ("triệu đồng/người/năm"). Folded text. */
export function unitAt(text: string, at: number): { unit: string; kind: UnitKind; length: number } {
  const skipped = /^(?:\/\d{1,4}(?= ))? {0,24}(?= )/.exec(text.slice(at, at + 32))?.[0].length ?? 0;
  if (skipped > 0) {
    const found = unitAt(text, at + skipped);
    return found.kind === 'none' ? found : { ...found, length: found.length + skipped };
  }
  const scale = /^ ?(?:nghìn|ngàn|triệu|vạn) /u.exec(text.slice(at, at + 9))?.[0] ?? '';
  const noun = countedAt(text, at + scale.length) ?? countedAt(text, at);
  if (noun) {
    const scaled = countedAt(text, at + scale.length) ? scale.trimStart() : '';
    const from = at + (scaled ? scale.length : 0);
    const end = from + noun.length + (text.charAt(from) === ' ' ? 1 : 0);
    const per = perAt(text, end);
    return { unit: scaled + noun + tight(per), kind: 'count', length: end + per.length - at };
  }
  SHARE_OR_MONEY.lastIndex = at;
  const match = SHARE_OR_MONEY.exec(text);
  if (!match) return { unit: '', kind: 'none', length: 0 };
  const per = perAt(text, at + match[0].length);
  const unit = match[1] ? shareName(match[1]) : moneyName(match[2]!);
  return { unit: unit + tight(per), kind: match[1] ? 'share' : 'money', length: match[0].length + per.length };
}

/** The longest counted noun that begins here. */
function countedAt(text: string, at: number): string | null {
  const from = at + (text.charAt(at) === ' ' ? 1 : 0);
  const words = text.slice(from, from + 48).split(/(?<=[^ ]) (?=[^ ])/);
  for (let n = Math.min(LONGEST, words.length); n > 0; n -= 1) {
    const noun = words
      .slice(0, n)
      .join(' ')
      .replace(/[,;:.()/\t\n”“#].{0,3}$/, '');
    if (COUNTED.has(noun) && !/[a-zA-ZÀ-ỹ²]/.test(text.charAt(from + noun.length))) return noun;
    const short = /^[^/,;:.()\t\n”“]+/.exec(noun)?.[0].trimEnd();
    if (short && COUNTED.has(short) && !/[a-zA-ZÀ-ỹ²]/.test(text.charAt(from + short.length))) return short;
  }
  return null;
}

function perAt(text: string, at: number): string {
  PER_TAIL.lastIndex = at;
  return PER_TAIL.exec(text)?.[0] ?? '';
}

const tight = (per: string): string => per.replace(/ ?\/ ?| trên (?:1 |một )?/g, '/');
const shareName = (share: string): string => (/điểm/.test(share) ? 'điểm %' : /‰|nghìn/.test(share) ? '‰' : '%');

function moneyName(money: string): string {
  const coin = money
    .replace(/vnđ|vnd/, 'đồng')
    .replace(/usd|đô la mỹ|đô la/, 'USD')
    .replace('tỉ', 'tỷ');
  return /đồng|USD/.test(coin) ? coin : `${coin} đồng`;
}
