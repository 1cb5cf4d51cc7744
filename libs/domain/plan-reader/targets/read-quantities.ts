import type { Quantity } from '../numbers/quantities.js';
import { accepted, CONTINUES, isVerbOnly } from './acceptance.js';
import { bandOf } from './band.js';
import { clausesOf, type Clause } from './clauses.js';
import { headOf } from './head-quantity.js';
import { judge } from './judge-quantity.js';
import { tellsMakeUp } from './make-up.js';
import { isBodyOnly, nameBefore, nameBehind, subjectBefore } from './names.js';
import { isRegimeNumber } from './regime-numbers.js';
import { baseOf, perOf } from './scope-of-target.js';
import type { Statement } from './statement.js';
import type { TargetDraft } from './target-draft.js';

const MAKING =
  /^(?:thực hiện |phấn đấu |tiếp tục )?(?:xây|làm|rải|sửa|cải tạo|nâng cấp|hoàn thiện|hoàn thành|thành lập|lắp|tổ chức|ra mắt|trồng|trao|tặng|hỗ trợ|mở|bê tông|cứng hóa|vận động|kết nạp|đào tạo|bồi dưỡng|xóa|thông xe|thu gom|ủng hộ|tham gia|phủ sóng)/;
/** Targets of one statement: every clause with a number that asks for something. */
export function readQuantities(statement: Statement, carried: TargetDraft | null): TargetDraft[] {
  const found: TargetDraft[] = [];
  if (!/\d/.test(statement.masked)) return found;
  for (const clause of clausesOf(statement.masked)) {
    if (clause.quantities.length === 0) continue;
    const draft = readClause(statement, clause, found[found.length - 1] ?? carried);
    if (draft) found.push(...draft);
  }
  return found;
}

function readClause(statement: Statement, clause: Clause, before: TargetDraft | null): TargetDraft[] | null {
  const low = statement.low.slice(clause.start, clause.end);
  const clean = statement.clean.slice(clause.start, clause.end);
  const masked = statement.masked.slice(clause.start, clause.end);
  const at = (q: Quantity): Quantity => ({ ...q, start: q.start - clause.start, end: q.end - clause.start });
  const quantities = clause.quantities.map(at);
  const head = headOf(quantities, masked);
  if (!head) return null;
  const left = masked.slice(0, head.start);
  const right = masked.slice(head.end);
  if (isRegimeNumber(statement, head, quantities, low, masked)) return null;
  if (tellsMakeUp(statement.paragraph.low, statement.start + clause.start + head.start)) return null;
  const behind = nameBehind(right, clean.slice(head.end));
  const named =
    nameBefore(left, clean.slice(0, head.start)) ??
    (behind === '' && head.kind !== 'count' ? subjectBefore(left, clean.slice(0, head.start)) : null);
  const byBody = named !== null && head.kind === 'count' && behind !== '' && isBodyOnly(named.name);
  const numberFirst =
    !named ||
    byBody ||
    /^(?:mỗi|từng|tất cả) /iu.test(named.name) ||
    (head.kind !== 'none' && isVerbOnly(named.name.toLowerCase()));
  const measured = numberFirst ? `${head.kind === 'count' ? head.unit + ' ' : ''}${behind}` : named.name;
  if (!accepted(head, left, right, numberFirst && !byBody, measured.toLowerCase(), statement)) return null;
  const verb = named && isVerbOnly(named.name.toLowerCase()) ? named.name : null;
  const deed =
    named &&
    head.kind === 'share' &&
    behind &&
    left.trimEnd().endsWith(named.name.toLowerCase()) &&
    named.name.split(' ').length <= 3 &&
    !BARE_CHANGE.test(low.slice(head.end));
  const verdict = judge(head, left, low.slice(head.end), measured.toLowerCase());
  const ranged = head.upTo !== null && ['range', 'increase_by', 'decrease_by'].includes(verdict.comparator);
  const band = bandOf(head, quantities, masked);
  const difference = (verdict.comparator === 'increase_by' || verdict.comparator === 'decrease_by') && before !== null;
  const repeats =
    difference &&
    /^[\s,]*(?:tức |và |bằng |phấn đấu )?(?:tăng|giảm|vượt|cao hơn|thấp hơn)/.test(low) &&
    BARE_CHANGE.test(low.slice(head.end));
  const colon = left.lastIndexOf(':');
  const carriedOn =
    numberFirst && measured.trim() === '' && before?.paragraph === statement.paragraph.index && CONTINUES.test(left);
  const name = carriedOn
    ? before.name
    : numberFirst
      ? (verb && behind && !/^(?:hoàn thành|có|đạt|duy trì|bảo đảm|đảm bảo|giữ vững|mỗi|từng)/i.test(verb)
          ? `${verb} ${measured}`
          : measured) ||
        named?.name ||
        ''
      : colon > 0 && /^[^,;]{0,30}$/.test(left.slice(colon))
        ? (nameBefore(left.slice(0, colon), clean.slice(0, colon), true)?.name ?? named.name)
        : deed
          ? `${named.name} ${behind}`
          : head.kind === 'count' &&
              behind &&
              MAKING.test(
                named.name.toLowerCase().replace(/^(?:cả nước|toàn (?:tỉnh|huyện|xã|ngành|quốc|đoàn|cụm)) /, ''),
              )
            ? `${named.name} ${head.unit} ${behind}`
            : named.name;
  const bodyStart = statement.paragraph.body + statement.start + clause.start;
  const draft: TargetDraft = {
    name: repeats && before ? before.name : name.trim(),
    comparator: band ? 'band' : verdict.comparator,
    explicit: band ? false : verdict.explicit,
    value: ranged ? null : head.value,
    ...(ranged && { min: head.value, max: head.upTo! }),
    unit: unitFor(verdict.unit, name, low, statement.low, before, statement.bracket),
    per: perOf(masked.slice(0, head.start)) ?? baseOf(low.slice(head.end), low, statement.bracket),
    deadline: null,
    baseline: verdict.baseline,
    band,
    condition: conditionOf(quantities, head, masked, clean),
    role: repeats ? 'cross_check' : 'target',
    start: bodyStart + evidenceStart(named?.from ?? 0, numberFirst, masked),
    end: bodyStart + evidenceEnd(head, masked, numberFirst || name.endsWith(`${head.unit} ${behind}`)),
    paragraph: statement.paragraph.index,
    sentence: statement.sentence,
    clause: statement.start + clause.start,
    clauseEnd: statement.start + clause.end,
    confidence: verdict.explicit ? 0.95 : verdict.comparator === 'unclear' ? 0.3 : 0.8,
  };
  return splitShared(draft, head, masked, bodyStart);
}

/** Nothing new is named behind the number: it repeats the target before it as a difference. */
const BARE_CHANGE = /^ ?(?:so với|so|trở lên|dự toán|kế hoạch|chỉ tiêu|trong năm|[,.;)]|$)/;
/** Unit of a rate told by the name ("Số bác sỹ/10.000 dân đạt 8,6 bác sỹ"), and of an aside by what it stands beside. */
function unitFor(
  unit: string,
  name: string,
  low: string,
  whole: string,
  before: TargetDraft | null,
  bracket: boolean,
): string {
  const per =
    /(?:\/|trên |tính trên )(?:1 )?((?:1|10|100)\.000|vạn|nghìn) dân/.exec(name.toLowerCase()) ??
    (/bác s|dược s|điều dưỡng|giường/.test(unit)
      ? /(?:\/|trên )((?:1|10|100)\.000) dân/.exec(whole)
      : /\/((?:1|10|100)\.000) dân/.exec(low));
  if (per) return `/${per[1]} dân`;
  if (bracket && before && unit === '%' && before.unit === '%/năm') return before.unit;
  return unit;
}

/** Other numbers of the clause qualify what is counted: "từ 100 lồng nuôi trở lên". */
function conditionOf(quantities: Quantity[], head: Quantity, masked: string, clean: string): string | null {
  const others = quantities.filter((q) => q !== head && !/tổng số/.test(masked.slice(head.end, q.start)));
  if (others.length === 0) return null;
  return others
    .map((q) => clean.slice(q.start, q.end) + (/^[^,;]{0,20}trở (lên|xuống)/.exec(masked.slice(q.end))?.[0] ?? ''))
    .join('; ');
}

const evidenceStart = (from: number, numberFirst: boolean, masked: string): number =>
  numberFirst ? masked.length - masked.trimStart().length : from;

function evidenceEnd(head: Quantity, masked: string, numberFirst: boolean): number {
  if (numberFirst) return masked.trimEnd().replace(/[,.;]+$/, '').length;
  const tail = /^ ?(?:[^,;.:()\d]{0,40}? )?trở (?:lên|xuống)|^ so với [^,;.()]{2,60}| tổng số [^,;.()]{2,60}/.exec(
    masked.slice(head.end),
  );
  return head.end + (tail && tail.index <= 1 ? tail[0].length + tail.index : 0);
}

/** "100% chỉ tiêu tuyển quân và huấn luyện dân quân" is two targets. */
function splitShared(draft: TargetDraft, head: Quantity, masked: string, bodyStart: number): TargetDraft[] {
  const shared =
    /^ (?:chỉ tiêu|kế hoạch|nhiệm vụ) ([a-zA-ZÀ-ỹ]+ [a-zA-ZÀ-ỹ]+(?: [a-zA-ZÀ-ỹ]+){0,4}?) và ([a-zA-ZÀ-ỹ]+ [a-zA-ZÀ-ỹ]+(?: [a-zA-ZÀ-ỹ]+){0,5})(?: (?:trong |của )?năm [#\d]{4})?[\s.,;]*$/.exec(
      masked.slice(head.end),
    );
  if (!shared || head.kind !== 'share') return [draft];
  const at = head.end + masked.slice(head.end).lastIndexOf(shared[2]!);
  return [
    { ...draft, name: `chỉ tiêu ${shared[1]}`, end: bodyStart + at - ' và '.length },
    { ...draft, name: `chỉ tiêu ${shared[2]}`, start: bodyStart + at, end: bodyStart + at + shared[2]!.length },
  ];
}
