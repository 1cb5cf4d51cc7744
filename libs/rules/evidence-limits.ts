import type { EvidenceLimits, LocalDate } from '#libs/domain';

interface DatedEvidenceLimits extends EvidenceLimits {
  /** First day on which it holds. */
  from: LocalDate;
  source: string;
}

const MB = 1024 * 1024;
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Latest first. */
export const evidenceLimits: DatedEvidenceLimits[] = [
  {
    from: '2000-01-01',
    maxBytes: 20 * MB,
    maxPerPlace: 10,
    maxPerReport: 100,
    // no kind that runs: no HTML, no SVG, no archive, no document with macros
    kinds: [
      { type: 'application/pdf', extension: 'pdf', inline: true },
      { type: 'image/jpeg', extension: 'jpg', inline: true },
      { type: 'image/png', extension: 'png', inline: true },
      { type: 'image/webp', extension: 'webp', inline: true },
      { type: 'image/heic', extension: 'heic', inline: false },
      { type: 'image/tiff', extension: 'tif', inline: false },
      { type: `${OOXML}.wordprocessingml.document`, extension: 'docx', inline: false },
      { type: `${OOXML}.spreadsheetml.sheet`, extension: 'xlsx', inline: false },
    ],
    source: 'Mặc định của sản phẩm; không văn bản nào định dung lượng và loại tệp minh chứng',
  },
];

/** @throws RangeError on a day before the first rule */
export function evidenceLimitsOn(day: LocalDate): EvidenceLimits {
  const limits = evidenceLimits.find(({ from }) => from <= day);
  if (!limits) throw new RangeError(`no limits of evidence on ${day}`);
  return limits;
}
