/** "Mỗi xã có …", "các xã … lựa chọn": one for each. Folded words before the number. */
export const perOf = (left: string): string | null => {
  const each =
    /(?:^|[\s,])((?:mỗi|từng) (?!năm|quý|tháng|tuần|ngày|kỳ)[a-zA-ZÀ-ỹ, -]{2,40}?) (?=xây|có|đăng|phấn|ít|tối|thực|tổ|giúp|vận|hoàn|chọn|làm|trồng|kết|phải|thành|nhận|đạt|tăng|hỗ|phát|tặng|đóng|duy|giảm|lựa|đưa|triển|đảm nhận|phụ trách|đỡ đầu|viết|sử dụng|$)/.exec(
      left,
    );
  if (each) return each[1]!;
  const all =
    /(?:^|[;,.]\s?)\s*(?:các )((?:xã|phường|thị trấn|huyện|đơn vị|thôn|bản|tổ|cơ quan|công đoàn cơ sở|chi bộ|trường)[a-zA-ZÀ-ỹ, ]{0,40}?) (?=phát động|xây dựng|lựa chọn|đăng ký|tổ chức|phấn đấu|có)/.exec(
      left,
    );
  return all ? `mỗi ${all[1]}` : null;
};

/** What a share is taken of ("60% tổng số hợp tác xã"), one for each ("01 công trình/01 chi bộ"), or a group in brackets. */
export function baseOf(right: string, low: string, bracket: boolean): string | null {
  const total =
    /^ (?:trong |trên )?tổng số ([a-zà-ỹ, ]{2,40}?)(?= (?:hoạt|đạt|có|được|tham|trên|của|sử|là|trong)(?![a-zà-ỹ])|[,;.]|$)/.exec(
      right,
    )?.[1];
  const each = /^ ?\/ ?(?:0?1|mỗi|một) ([a-zà-ỹ]+(?: (?:bộ|đoàn|hội|vị|viên|đình|trường))?)/.exec(right)?.[1];
  const group = bracket
    ? /^\s*(?:riêng )?(?:đối với )?các ([^,;\d]{3,40}?) (?=giảm|tăng|đạt|còn|có)/.exec(low)?.[1]
    : null;
  return total ?? (each ? `mỗi ${each}` : null) ?? group ?? null;
}
