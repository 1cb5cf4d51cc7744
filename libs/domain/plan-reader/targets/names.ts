/** Verbs and phrases before what is measured. Folded; stripped from the front of a name. */
const GOAL_WORDS =
  /^[\s,;:.“-]*(?:(?:phấn đấu|phân đấu|phần đấu|phân đầu|phấn đầu|thi đua|quyết tâm|cố gắng|tiếp tục|đảm bảo|bảo đảm|duy trì|giữ vững|trong đó|riêng|cụ thể|là|và|có|đạt|từng bước|hằng năm|hàng năm|mỗi năm|(?:đến |trước |trong |hết |đến hết |đến cuối |cuối |vào |từ |bước vào )?(?:ngày |tháng |quý |năm |hết năm |giai đoạn )?(?:[#ivx/. -]*#|#+ tháng #+ năm #+|[ivx]+[/ -]#+)|đến|để|nâng(?! cao| cấp)|tăng(?! trưởng| cường)|giảm(?! nghèo| thiểu)|đưa|hoàn thành|tối thiểu|ít nhất|khoảng(?! cách)|trên(?! địa bàn)|dưới|không quá|thì|mục tiêu|chỉ tiêu)(?![a-zA-ZÀ-ỹ])[ ,:]*)*/;
const MEASURE_HEAD =
  /(?:^|[,:;] |phấn đấu |trong đó |nâng |giảm |và |để |có |bảo đảm |đảm bảo |duy trì |tăng |đưa |kéo giảm )(?=(?:tỷ lệ|tỷ trọng|tỷ suất|tốc độ|tổng |số |giá trị|thu nhập|thu ngân sách|thu |sản lượng|diện tích|năng suất|doanh thu|lợi nhuận|kim ngạch|mật độ|độ che phủ|độ bao phủ|mức |chỉ số|grdp|gdp|vốn |quy mô|công suất|chi phí|thời gian|[a-zA-ZÀ-ỹ]+ bình quân))/g;
/** Words that lead to the number and belong to no name; a syllable of a compound ("nhà ở", "công bằng") stays. */
const TAIL_WORD = String.raw`(?:phấn đấu|đã|đang|sẽ|phải|được|là|đạt|chiếm|(?<!(?:công|văn|đồng|cân) )bằng|còn|(?<!trở )(?:lên|xuống)|đến|tới|từ|(?<!(?:nhà|chỗ|nơi) )ở|(?<!(?:định|hạn) )mức|khoảng|(?<!(?:cấp|bên|phía) )(?:trên|dưới)|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|hơn|gần|(?<!(?:hương|quy|giao|điều) )ước|(?<!tốc độ )tăng trưởng|(?<!(?:tốc độ|gia) )tăng|giảm|thêm|(?<!(?:thu nhập|grdp|năng suất|điểm|lương) )(?:trung bình|bình quân)|(?:hàng|hằng|mỗi) năm|năm|cho|(?<!(?:hiện|tồn) )tại|có|và|vượt|xấp xỉ|thì|với|(?<!(?:hoàn|hình|trưởng|nội|kinh|tỉnh|cấu) )thành)`;
const TAIL = new RegExp(String.raw`[\s,:;“-]*(?:(?<![a-zA-ZÀ-ỹ/])${TAIL_WORD}(?![a-zA-ZÀ-ỹ])[\s:]*)*$`);
/** A body alone is who reaches the goal, not what is measured. */
const BODY_ONLY =
  /^(?:(?:toàn|cả) )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|ngành|đơn vị|địa phương|cơ quan|công ty|trường|cụm|khối|nước|đoàn|quốc)$/;

/** What is measured, from the words before the number; null when nothing is left of them. `whole` keeps all of a name before a colon. */
export function nameBefore(low: string, clean: string, whole = false): { name: string; from: number } | null {
  let from = 0;
  if (!whole) for (const match of low.matchAll(MEASURE_HEAD)) from = match.index + match[0].length;
  if (!whole) from = Math.max(from, /^[\s\S]*phấn đấu(?= )/.exec(low)?.[0].length ?? 0);
  return cutName(low, clean, from);
}

/** "Thu ngân sách phấn đấu đạt …": what the goal is about, before the word of aiming. */
export function subjectBefore(low: string, clean: string): { name: string; from: number } | null {
  const subject = cutName(low, clean, 0);
  return subject && !BODY_ONLY.test(subject.name.toLowerCase()) ? subject : null;
}

/** True for "toàn tỉnh", "cả nước": said of the number behind it. */
export const isBodyOnly = (name: string): boolean => BODY_ONLY.test(name.toLowerCase());

function cutName(low: string, clean: string, start: number): { name: string; from: number } | null {
  let from = start;
  from += GOAL_WORDS.exec(low.slice(from))?.[0].length ?? 0;
  const kept = low.slice(from);
  // never from inside a syllable
  const border = kept.length > 80 ? kept.indexOf(' ', kept.length - 80) : 0;
  const tail = TAIL.exec(border < 0 ? '' : kept.slice(border));
  const to = from + kept.length - (tail?.[0].length ?? 0);
  const name = clean.slice(from, to).trim();
  return /[a-zA-ZÀ-ỹ]{2}/.test(name) ? { name, from } : null;
}

/** What is counted or shared, from the words behind the number, up to the end of the statement. */
export function nameBehind(low: string, clean: string): string {
  const stop = low.search(
    /[;:(]|, (?:[a-zà-ỹ]+ ){1,6}(?:yêu cầu|đề nghị)|, (?:trong đó|bảo đảm|đảm bảo|góp phần|nhằm|đồng thời)|(?<![a-zA-ZÀ-ỹ])(?:nhằm|để|so với|(?:trước|đến|trong|chậm nhất|hết|vào)(?: hết| cuối| vào)? (?:ngày|tháng|quý|năm)) /u,
  );
  return clean
    .slice(0, stop < 0 ? clean.length : stop)
    .replace(/^[\s,]*(?:(?:trở lên|trở xuống|số|tổng số) )*/, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
}
