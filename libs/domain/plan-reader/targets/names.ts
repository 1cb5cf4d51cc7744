/** Verbs and phrases before what is measured. Folded; stripped from the front of a name. */
const GOAL_WORDS =
  /^[\s,;:.“-]*(?:(?:phấn đấu|phân đấu|phần đấu|phân đầu|phấn đầu|thi đua|quyết tâm|cố gắng|tiếp tục|đảm bảo|bảo đảm|duy trì|giữ vững|trong đó|riêng|cụ thể|là|và|có|đạt|từng bước|hằng năm|hàng năm|mỗi năm|(?:đến |trước |trong |hết |đến hết |đến cuối |cuối |vào |từ |bước vào )?(?:ngày |tháng |quý |năm |hết năm |giai đoạn )?(?:[#ivx/. -]*#|#+ tháng #+ năm #+|[ivx]+[/ -]#+)|đến|để|nâng|tăng|giảm|đưa|hoàn thành|tối thiểu|ít nhất|khoảng|trên|dưới|không quá|thì|mục tiêu|chỉ tiêu)(?![a-zA-ZÀ-ỹ])[ ,:]*)*/;
const MEASURE_HEAD =
  /(?:^|[,:;] |phấn đấu |trong đó |nâng |giảm |và |để |có |bảo đảm |đảm bảo |duy trì |tăng |đưa |kéo giảm )(?=(?:tỷ lệ|tỷ trọng|tỷ suất|tốc độ|tổng |số |giá trị|thu nhập|thu ngân sách|thu |sản lượng|diện tích|năng suất|doanh thu|lợi nhuận|kim ngạch|mật độ|độ che phủ|độ bao phủ|mức |chỉ số|grdp|gdp|vốn |quy mô|công suất|chi phí|thời gian|[a-zA-ZÀ-ỹ]+ bình quân))/g;
const TAIL =
  /[\s,:;“-]*(?:(?:phấn đấu|phải|được|là|đạt|chiếm|bằng|còn|lên|xuống|đến|tới|từ|ở|mức|khoảng|trên|dưới|ít|nhất|tối|thiểu|đa|không|quá|hơn|gần|ước|tăng|giảm|thêm|trung|bình|quân|hàng|hằng|mỗi|năm|cho|tại|có|và|phấn|đấu|vượt|xấp|xỉ|thì|với|thành|được|trưởng)[\s:]*)*$/;

/** What is measured, from the words before the number; null when nothing is left of them. `whole` keeps all of a name before a colon. */
export function nameBefore(low: string, clean: string, whole = false): { name: string; from: number } | null {
  let from = 0;
  if (!whole) for (const match of low.matchAll(MEASURE_HEAD)) from = match.index + match[0].length;
  if (!whole) from = Math.max(from, /^[\s\S]*phấn đấu(?= )/.exec(low)?.[0].length ?? 0);
  from += GOAL_WORDS.exec(low.slice(from))?.[0].length ?? 0;
  const kept = low.slice(from);
  const tail = TAIL.exec(kept.slice(-80));
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
    .trim();
}
