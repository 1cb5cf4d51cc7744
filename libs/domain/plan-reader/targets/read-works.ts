import { draftAt } from './draft.js';
import type { Statement } from './statement.js';
import type { TargetDraft } from './target-draft.js';

/** Reaching a class: "nâng cấp … lên đô thị loại V", "đạt chuẩn quốc gia mức độ 2" of something named. */
const CLASS =
  /(?:lên|đạt|trở thành)(?: chuẩn| tiêu chí)? ((?:đô thị )?loại (?:đặc biệt|[ivx]{1,4})|đô thị loại (?:[ivx]{1,4})|thị xã|thành phố trực thuộc [a-zA-ZÀ-ỹ]+)(?![a-zA-ZÀ-ỹ])/g;
const UPGRADE = /(?:nâng cấp|công nhận|công bố|đưa|xây dựng|phấn đấu|đề nghị)/;
const SUBMIT =
  /^[\s,]*(?:phấn đấu |hoàn thành (?:việc )?)?((?:nghiên cứu )?(?:trình|lập và trình|hoàn thiện,? trình) (?:chủ trương|đề án|phê duyệt|cấp có thẩm quyền)[^;.]{4,160})/;
const WORK =
  /^(?:dự án|công trình|trụ sở|nhà |trường |cầu |đường |tuyến |khu |trung tâm |bệnh viện |hệ thống |đập |hồ |nhà máy |quảng trường |tượng đài |trạm |chợ |bến |kè |đê |cụm công nghiệp |sân |hội trường )/;
const FINISHED = /hoàn thành|khánh thành|đưa vào sử dụng|khởi công|đóng điện|thông xe|bàn giao/;

/** Works that are done or not, with a proof: classes of towns, named works, papers submitted. */
export function readWorks(statement: Statement, underWorks: boolean): TargetDraft[] {
  const { low, clean } = statement;
  const found: TargetDraft[] = [];
  let from = 0;
  for (const match of low.matchAll(CLASS)) {
    const subject = low.slice(from, match.index);
    if (/trình (?:chủ trương|đề án)/.test(subject)) break;
    const raises = UPGRADE.test(subject) || found.length > 0 || underWorks;
    if (raises && !/tiêu chuẩn|phân loại|xếp$/.test(subject)) {
      for (const one of namesIn(low, clean, from, match.index)) {
        const end = match.index + match[0].length;
        found.push(
          draftAt(statement, one.start, end, {
            name: `${clean.slice(one.nameFrom, one.end).trim()} ${clean.slice(match.index, match.index + match[0].length)}`,
            value: 1,
            unit: 'đô thị',
            per: clean.slice(one.nameFrom, one.end).trim(),
          }),
        );
      }
    }
    from = match.index + match[0].length;
  }
  const submit = SUBMIT.exec(low.slice(0, 300));
  if (submit && (underWorks || /đề án/.test(submit[1]!))) {
    const start = submit[0].length - submit[1]!.length;
    if (!found.some((draft) => draft.start < statement.paragraph.body + statement.start + submit[0].length)) {
      found.push(draftAt(statement, start, submit[0].trimEnd().length, { value: 1, unit: 'đề án' }));
    }
  }
  if (
    found.length === 0 &&
    underWorks &&
    !statement.bracket &&
    statement.start === 0 &&
    WORK.test(low.trim()) &&
    !/\d/.test(statement.masked)
  ) {
    const end = statement.paragraph.low.length - statement.start;
    const own = statement.paragraph.low.slice(0, 400).includes('(') ? end : low.trimEnd().length;
    found.push(
      draftAt(statement, 0, own, {
        name: clean
          .slice(0, low.search(/\s{2}|$/))
          .replace(/[;.]$/, '')
          .trim(),
        value: 1,
        unit: 'công trình',
      }),
    );
  }
  return found;
}

interface Named {
  start: number;
  nameFrom: number;
  end: number;
}

/** "nâng cấp đô thị A, B (C), D": one of each; the head noun belongs to the first. */
function namesIn(low: string, clean: string, from: number, to: number): Named[] {
  const names: Named[] = [];
  let start = from;
  const text = low.slice(from, to);
  const cuts = [...text.matchAll(/,| và (?=[a-zA-ZÀ-ỹ])|;/g)].map((m) => ({ at: from + m.index, length: m[0].length }));
  for (const { at, length } of [...cuts, { at: to, length: 0 }]) {
    const piece = low.slice(start, at);
    const lead =
      /^[\s;:,-]*(?:(?:năm #*\d*:?|phấn đấu|nâng cấp|công nhận|công bố|đưa|xây dựng|đề nghị|thêm|và|các|hoàn thành)\s+)*(?:(?:đô thị|khu vực) )?/.exec(
        piece,
      )?.[0].length ?? 0;
    const name = clean.slice(start + lead, at).trim();
    if (/[a-zA-ZÀ-ỹ]{2}/.test(name)) {
      const begin = names.length === 0 ? start + (piece.length - piece.trimStart().length) : start + lead;
      names.push({ start: begin, nameFrom: start + lead, end: at });
    }
    start = at + length;
  }
  return names;
}

/** A dated sentence that promises a work: "hoàn thành công trình X trước ngày 30/6/2025". */
export function readDatedWork(statement: Statement, dated: boolean): TargetDraft[] {
  const { low } = statement;
  if (!dated || statement.bracket || /[\d]/.test(statement.masked)) return [];
  const hit =
    /(?:hoàn thành|khánh thành|khởi công|đưa vào (?:sử dụng|vận hành))(?: (?:và|,|xây dựng|việc|đưa vào sử dụng|bàn giao|đầu tư|cải tạo))* ((?:dự án|công trình|trụ sở|nhà văn hóa|trường|cầu|tuyến|trung tâm|bệnh viện|hệ thống|nhà máy|khu|đường dây|trạm|phần mềm|cơ sở dữ liệu|trung tu|đại tu|tiểu tu|sửa chữa|bảo dưỡng|lắp đặt|thay thế|thi công|nâng cấp|di dời|giải phóng mặt bằng|số hóa|cắm mốc|nạo vét) [^;.,:]{3,120}?)(?= (?:trước|trong|đến|vào|chậm nhất) |[;.,:]|$)/.exec(
      low,
    );
  if (!hit || !FINISHED.test(hit[0])) return [];
  return [
    draftAt(statement, hit.index, hit.index + hit[0].trimEnd().length, {
      name: statement.clean.slice(hit.index + hit[0].length - hit[1]!.length, hit.index + hit[0].length).trim(),
      value: 1,
      unit: 'công trình',
    }),
  ];
}
