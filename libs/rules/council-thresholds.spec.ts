import { councilThresholds, thresholdOn } from './council-thresholds.js';

describe('council thresholds', () => {
  it.each([
    ['hero', 0.9],
    ['emulation_soldier_national', 0.9],
    ['emulation_soldier_provincial', 0.9],
    ['emulation_soldier_base', 0.8],
    ['emulation_flag_government', 0.8],
    ['emulation_flag_provincial', 0.8],
  ])('%s under Decree 98/2023 needs %d of all members', (award, yesShare) => {
    for (const date of ['2024-01-01', '2025-06-30']) {
      expect(thresholdOn(award, date)).toMatchObject({ base: 'all_members', yesShare, verified: true });
    }
  });

  it.each(['2014-12-31', '2017-09-30', '2026-10-01', '2028-01-01'])('asks on %s, when no law is known', (date) =>
    expect(thresholdOn('emulation_soldier_provincial', date)).toEqual({ verified: false, ask: true }),
  );

  it.each(['2023-12-31', '2025-07-01', '2026-09-30'])('asks on %s, showing what is unverified', (date) => {
    const answer = thresholdOn('emulation_soldier_provincial', date);
    expect(answer).toMatchObject({ verified: false, ask: true, hint: { verified: false, yesShare: 0.9 } });
  });

  it('never borrows from another time or award', () => {
    expect(thresholdOn('emulation_flag_provincial', '2023-12-31')).toEqual({ verified: false, ask: true });
    expect(thresholdOn('certificate_of_merit', '2024-06-01')).toEqual({ verified: false, ask: true });
    for (const row of councilThresholds) {
      const { hint } = { hint: undefined, ...thresholdOn(row.award, row.from, row.body) };
      if (hint) expect(hint.from <= row.from).toBe(true);
    }
  });

  it("shows a body's own row before the general one", () => {
    const hint = (body?: string) => thresholdOn('hero', '2025-12-01', body);
    expect(hint('bac_ninh')).toMatchObject({ hint: { attendanceShare: 0.8 } });
    expect(hint('son_la')).toMatchObject({ hint: { attendanceShare: null } });
    expect(hint()).toMatchObject({ hint: { attendanceShare: null } });
  });

  it('has at most one row for an award, a body and a day, and a source for each', () => {
    for (const row of councilThresholds) {
      expect(row.source).not.toBe('');
      const same = councilThresholds.filter((one) => one.award === row.award && one.body === row.body && one !== row);
      for (const one of same) expect(one.from > (row.to ?? '9999') || (one.to ?? '9999') < row.from).toBe(true);
    }
  });
});
