import type { Evidence, PlanLevel } from '../plan-reading.types.js';
import { fold } from '../text/fold.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';
import { levelOf } from './bodies.js';
import { spoken } from './body-name.js';
import { bodyLines } from './header-lines.js';
import { nameAfter, provinceOf, titled } from './place-names.js';

export interface IssuerReading {
  issuer: string | null;
  level: PlanLevel | null;
  evidence: Evidence | null;
}

const ACTS =
  'yêu cầu|ban hành|xây dựng|phát động|chỉ đạo|chỉ thị|triển khai|tổ chức|đề nghị|giao|hướng dẫn|kêu gọi|thông báo|điện|quyết định|lập';
const COMMITTEE = new RegExp(
  String.raw`(chủ tịch )?(?:ủy ban nhân dân|ubnd) (tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)((?: [^\s,;.:]+){0,5}?) (?:${ACTS})(?![a-zA-ZÀ-ỹ])`,
  'g',
);
const OTHER_BODY = new RegExp(
  String.raw`(?:^|[,;.] |\n)((?:thủ tướng chính phủ|bộ trưởng bộ|bộ|sở|phòng|tổng liên đoàn|liên đoàn|công đoàn|trường|công ty|tổng công ty|tập đoàn|hội đồng thi đua|ban thường vụ|hội|tỉnh đoàn|huyện đoàn|đoàn|cụm|khối|ban chỉ đạo|ban)(?: [^\s,;.:“]+){0,9}?) (?:${ACTS})(?= |\n)`,
  'g',
);

/** Who issues the plan: the acting body of the preamble, the heading above the title, the signature; in that order of trust. */
export function issuerOf(layout: Layout, superiorHint: string | null): IssuerReading {
  const lines = bodyLines(layout);
  const acting = actingCommittee(layout);
  const heading = lines[lines.length - 1];
  const headingLow = heading ? fold(heading.text) : '';
  const signature = fold(
    layout.paragraphs
      .slice(layout.tail)
      .map((p) => p.text)
      .join('\n'),
  );
  const committeeHeading = /ủy ban nhân dân|ubnd/.test(headingLow);
  if (heading && !(acting && committeeHeading)) return fromHeading(layout, lines, superiorHint);
  if (heading && acting && committeeHeading) {
    const read = fromHeading(layout, lines, superiorHint);
    return acting.chair && read.issuer?.startsWith('UBND') ? { ...read, issuer: `Chủ tịch ${read.issuer}` } : read;
  }
  const committeeSigns = /ủy ban nhân dân|ubnd/.test(signature) || !/^(?:tm|kt|tl)\./m.test(signature);
  if (acting && (committeeHeading || committeeSigns))
    return committee(layout, acting, superiorHint ?? lines[lines.length - 2]?.text ?? null);
  const other = [...layout.page.low.slice(zoneStart(layout), zoneEnd(layout)).matchAll(OTHER_BODY)][0];
  if (other) {
    const start = zoneStart(layout) + other.index + other[0].indexOf(other[1]!);
    const name = layout.page.clean.slice(start, start + other[1]!.length);
    return {
      issuer: spoken(layout.page, name),
      level: levelOf(name, fold(name)),
      evidence: evidenceAt(layout.page, start, start + name.length, 0.6),
    };
  }
  return acting ? committee(layout, acting, superiorHint) : { issuer: null, level: null, evidence: null };
}

interface Acting {
  start: number;
  end: number;
  chair: boolean;
  unit: string;
}

const zoneStart = (layout: Layout): number => layout.paragraphs[layout.preamble]?.start ?? 0;
const zoneEnd = (layout: Layout): number =>
  (layout.body > layout.preamble ? layout.paragraphs[layout.body]?.start : layout.paragraphs[layout.tail]?.start) ??
  layout.page.clean.length;

/** "Chủ tịch UBND tỉnh yêu cầu …" before the first numbered part; citations ("của UBND tỉnh …") are not acting. */
function actingCommittee(layout: Layout): Acting | null {
  const from = zoneStart(layout);
  const low = layout.page.low.slice(from, zoneEnd(layout));
  const hits = [...low.matchAll(COMMITTEE)].filter(
    (hit) => !/(?:của|do|với|tới|đến|cho) $/.test(low.slice(Math.max(0, hit.index - 5), hit.index)),
  );
  const hit = hits[hits.length - 1];
  if (!hit) return null;
  const unit = hit[2]!.replace('tp.', 'thành phố').replace(/^tp$/, 'thành phố');
  return {
    start: from + hit.index,
    end: from + hit.index + hit[0].length,
    chair: Boolean(hit[1]) && layout.typeName !== 'kế hoạch',
    unit,
  };
}

function committee(layout: Layout, acting: Acting, superior: string | null): IssuerReading {
  const { page } = layout;
  const at = page.low.indexOf(acting.unit, acting.start);
  const name =
    nameAfter(page, acting.unit, at) ??
    (acting.unit === 'tỉnh' ? provinceOf(page.low) : placeOfUnit(layout, acting.unit));
  const issuer = `${acting.chair ? 'Chủ tịch ' : ''}UBND ${acting.unit}${name ? ` ${name}` : ''}`;
  const level = levelOf(issuer, fold(issuer));
  const above = level === 'district' || level === 'commune' ? superiorPlace(superior) : null;
  return {
    issuer: above && !issuer.endsWith(above) ? `${issuer} (${above})` : issuer,
    level,
    evidence: evidenceAt(page, acting.start, acting.end, name ? 0.9 : 0.5),
  };
}

/** The place of the date line, `Tam Đường, ngày`; else the name that follows the unit word most often. */
function placeOfUnit(layout: Layout, unit: string): string | null {
  const counts = new Map<string, number>();
  for (let at = layout.page.low.indexOf(`${unit} `); at >= 0; at = layout.page.low.indexOf(`${unit} `, at + 1)) {
    const name = nameAfter(layout.page, unit, at);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** "UBND tỉnh Lai Châu" → "tỉnh Lai Châu". */
function superiorPlace(body: string | null): string | null {
  const hit = /(tỉnh|thành phố|huyện|quận|thị xã) ([a-zA-ZÀ-ỹ][^,;.()]{1,30})$/.exec(body ? fold(body) : '');
  return hit ? `${hit[1]} ${titled(hit[2]!.trim())}` : null;
}

function fromHeading(
  layout: Layout,
  lines: { text: string; start: number; end: number }[],
  hint: string | null,
): IssuerReading {
  const cluster = lines.find((line) => levelOf(line.text, fold(line.text)) === 'cluster');
  const own = cluster ?? lines[lines.length - 1]!;
  const above = cluster ? '' : (lines[lines.length - 2]?.text ?? '');
  // an organ speaks for the body above it: "Ban Thường vụ" of the union
  const organ =
    above !== '' &&
    /^(?:ban thường vụ|ban chấp hành|ban giám đốc|ban giám hiệu|văn phòng|hội đồng thi đua[^a-z]{1,3}khen thưởng|ban thường trực)$/.test(
      fold(own.text),
    );
  let issuer = organ ? `${spoken(layout.page, own.text)} ${spoken(layout.page, above)}` : spoken(layout.page, own.text);
  const low = fold(organ ? above : own.text);
  const place = /(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã) .{2,40}$/.exec(fold(above));
  const level = levelOf(issuer, low);
  if (
    place &&
    !organ &&
    /^(?:sở|phòng|ban) /u.test(low) &&
    !/tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đoàn/.test(low)
  ) {
    issuer = `${issuer} ${spoken(layout.page, above.slice(above.length - place[0].length)).replace(/^[a-zA-ZÀ-ỹ]/, (c) => c.toLowerCase())}`;
  }
  const superior =
    level === 'commune' || level === 'district'
      ? (superiorPlace(spoken(layout.page, above)) ?? superiorPlace(hint))
      : null;
  if (superior && /ubnd/iu.test(issuer) && !issuer.includes(superior)) issuer = `${issuer} (${superior})`;
  return { issuer, level, evidence: evidenceAt(layout.page, own.start, own.end, 0.9) };
}
