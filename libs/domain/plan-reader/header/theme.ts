import type { Evidence } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt, wording } from '../text/page.js';

const THEME =
  /(?:(?:với |lấy |theo |tiếp tục )?(?:tên )?chủ đề|tên gọi|tên phong trào)(?: (?:năm \d{4}|thi đua|là|phong trào|của|đợt|của năm|năm học [\d -]+)){0,3} ?:? ?“([^”]{4,600})”/;
const SLOGAN =
  /(?:khẩu hiệu(?: hành động| thi đua)?|phương châm(?: hành động| thi đua)?|với tinh thần|quyết tâm)(?: (?:là|thi đua|chung|:))? ?:? ?“([^”]{4,600})”/;

export interface Quoted {
  text: string;
  evidence: Evidence;
}

/** What stands in quotes behind "chủ đề". Other quotes are names of movements. */
export const themeOf = (layout: Layout): Quoted | null => quoted(layout, THEME);
/** Slogan, watchword or spirit; the first that stands in quotes. */
export const sloganOf = (layout: Layout): Quoted | null => quoted(layout, SLOGAN);

function quoted(layout: Layout, pattern: RegExp): Quoted | null {
  const { low } = layout.page;
  const hit = pattern.exec(low);
  if (!hit) return null;
  const end = hit.index + hit[0].length - 1;
  const start = end - hit[1]!.length;
  const text = wording(layout.page, start, end);
  return { text, evidence: evidenceAt(layout.page, start, end, 0.9) };
}
