import type { LocalDate } from '#libs/domain';

/** First day of the lunar year and tenth day of the third lunar month, as solar days at UTC+7. */
export interface LunarDays {
  tet: LocalDate;
  hungKings: LocalDate;
}

/**
 * [C] Computed once with the astronomical method for UTC+7 (Hồ Ngọc Đức's algorithm) and kept as data, so that no lunar
 * arithmetic runs in the product. To add a year, append its row: the spec beside this file recomputes every row and names the right
 * days when they differ.
 */
export const lunarDays: Record<number, LunarDays> = {
  2013: { tet: '2013-02-10', hungKings: '2013-04-19' },
  2014: { tet: '2014-01-31', hungKings: '2014-04-09' },
  2015: { tet: '2015-02-19', hungKings: '2015-04-28' },
  2016: { tet: '2016-02-08', hungKings: '2016-04-16' },
  2017: { tet: '2017-01-28', hungKings: '2017-04-06' },
  2018: { tet: '2018-02-16', hungKings: '2018-04-25' },
  2019: { tet: '2019-02-05', hungKings: '2019-04-14' },
  2020: { tet: '2020-01-25', hungKings: '2020-04-02' },
  2021: { tet: '2021-02-12', hungKings: '2021-04-21' },
  2022: { tet: '2022-02-01', hungKings: '2022-04-10' },
  2023: { tet: '2023-01-22', hungKings: '2023-04-29' },
  2024: { tet: '2024-02-10', hungKings: '2024-04-18' },
  2025: { tet: '2025-01-29', hungKings: '2025-04-07' },
  2026: { tet: '2026-02-17', hungKings: '2026-04-26' },
  2027: { tet: '2027-02-06', hungKings: '2027-04-16' },
  2028: { tet: '2028-01-26', hungKings: '2028-04-04' },
};
