import type { LocalDate } from '#libs/domain';

export type Award =
  | 'hero'
  | 'emulation_soldier_national'
  | 'emulation_soldier_provincial'
  | 'emulation_soldier_base'
  | 'emulation_flag_government'
  | 'emulation_flag_provincial';

/** What a council must reach before its result may be put into a proposal. */
export interface CouncilThreshold {
  award: Award;
  /** Set where the row is one body's own regulation. */
  body?: string;
  /** Both days included. */
  from: LocalDate;
  to: LocalDate | null;
  /** Shares count on all members of the council, never on those present. */
  base: 'all_members';
  yesShare: number;
  /** Null where the council's own regulation fixes it and none is known. */
  attendanceShare: number | null;
  /** `required`: a vote is required, its form is not stated. */
  ballot: 'required' | 'secret';
  /** How an absent member takes part. */
  absent: 'written_opinion';
  source: string;
  verified: boolean;
}

/** The law of that date is not known: an officer answers, with a ground. `hint` is an unverified row, shown and never applied. */
export interface UnknownThreshold {
  verified: false;
  ask: true;
  hint?: CouncilThreshold;
}

type Row = Pick<CouncilThreshold, 'from' | 'to' | 'source' | 'verified'> & Partial<CouncilThreshold>;

const rows = (row: Row, shares: Partial<Record<Award, number>>): CouncilThreshold[] =>
  Object.entries(shares).map(([award, yesShare]) => ({
    base: 'all_members',
    attendanceShare: null,
    ballot: 'required',
    absent: 'written_opinion',
    ...row,
    award: award as Award,
    yesShare,
  }));

const high = { hero: 0.9, emulation_soldier_national: 0.9, emulation_soldier_provincial: 0.9 };
const asOf2024 = {
  ...high,
  emulation_soldier_base: 0.8,
  emulation_flag_government: 0.8,
  emulation_flag_provincial: 0.8,
};

/** Before 1/10/2017 and from 1/10/2026 (decrees under Law 06/2026/QH16 not found) there is no row on purpose. */
export const councilThresholds: CouncilThreshold[] = [
  ...rows(
    {
      from: '2017-10-01',
      to: '2023-12-31',
      ballot: 'secret',
      source: 'NĐ 91/2017/NĐ-CP: bỏ phiếu kín 90% [S]; danh hiệu áp dụng, cơ số tính và ngày hiệu lực [M]',
      verified: false,
    },
    high,
  ),
  ...rows(
    { from: '2024-01-01', to: '2025-06-30', source: 'NĐ 98/2023/NĐ-CP điều 30 khoản 7 [S]', verified: true },
    asOf2024,
  ),
  ...rows(
    {
      from: '2025-07-01',
      to: '2026-09-30',
      source:
        'NĐ 152/2025/NĐ-CP giữ tỷ lệ của NĐ 98/2023: chưa xác minh; QĐ 71/2025/QĐ-UBND Hà Nội còn ghi 90% trên tổng số thành viên [S]',
      verified: false,
    },
    asOf2024,
  ),
  ...rows(
    {
      body: 'bac_ninh',
      from: '2025-07-01',
      to: '2026-09-30',
      attendanceShare: 0.8,
      source:
        'Bắc Ninh QĐ 86/2025/QĐ-UBND: dự họp 80% khi xét khen thưởng [S], ngày hiệu lực [M]; tỷ lệ phiếu chưa xác minh',
      verified: false,
    },
    asOf2024,
  ),
];

/**
 * The threshold of the law in force on a day; a body's own row goes before the general one. Where no verified row holds, the answer is
 * to ask: never a share of another time.
 */
export function thresholdOn(award: string, date: LocalDate, body?: string): CouncilThreshold | UnknownThreshold {
  const inForce = councilThresholds.filter(
    (row) => row.award === award && row.from <= date && (row.to === null || date <= row.to),
  );
  const row =
    inForce.find((one) => one.body !== undefined && one.body === body) ?? inForce.find((one) => one.body === undefined);
  if (row?.verified) return row;
  return row ? { verified: false, ask: true, hint: row } : { verified: false, ask: true };
}
