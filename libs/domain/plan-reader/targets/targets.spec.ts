import { goals, read } from '../read-plan.fixture.js';

describe('what a number asks for', () => {
  it.each([
    ['- Thu ngân sách đạt 10.082,0 triệu đồng.', ['at_least 10082 triệu đồng']],
    ['- GRDP bình quân đạt 38,4 triệu đồng/người.', ['at_least 38.4 triệu đồng/người']],
    ['- Tỷ lệ hộ nghèo còn 2,5%.', ['at_most 2.5 %']],
    ['- Tỷ lệ trẻ em suy dinh dưỡng dưới 8%.', ['less_than 8 %']],
    ['- Tỷ lệ hộ thoát nghèo đạt 90%.', ['at_least 90 %']],
    ['- Trên 98% trẻ em được tiêm chủng.', ['more_than 98 %']],
    ['- 100% thôn có nhà văn hóa.', ['exactly 100 %']],
    ['- Tỷ lệ sử dụng Internet đạt 98% trở lên.', ['at_least 98 %']],
    ['- Thu ngân sách từ 2.100 - 2.200 tỷ đồng.', ['range 2100..2200 tỷ đồng']],
    ['- Số bác sĩ/10.000 dân đạt 8,6 bác sĩ.', ['at_least 8.6 /10.000 dân']],
    [
      '- Có 08 thôn đạt từ 14 - 16 tiêu chí, các thôn còn lại đạt từ 10 - 13 tiêu chí.',
      ['band 8 thôn [14-16]', 'all_of_rest null thôn [10-13]'],
    ],
    ['- Xây dựng 02 tuyến đường hoa.', ['exactly 2 tuyến']],
    ['- Giảm 10% số vụ tai nạn giao thông so với năm 2025.', ['decrease_by 10 %']],
    ['- Giá trị sản xuất tăng 7,5%.', ['at_least 7.5 % tăng']],
    ['- Mỗi thôn có ít nhất 01 mô hình mới.', ['at_least 1 mô hình']],
    ['- Hoàn thành 100% chỉ tiêu tuyển quân và huấn luyện dân quân.', ['exactly 100 %', 'exactly 100 %']],
    ['- Giữ vững và nâng tỷ lệ thôn không có ma túy.', ['keep_or_raise null %']],
    ['- Phấn đấu hoàn thành dự toán thu ngân sách năm 2026.', ['done null % dự toán']],
    ['- Không để phát sinh hộ nghèo mới.', ['zero 0 hộ']],
  ])('%s', (line, expected) => {
    expect(goals(line)).toEqual(expected);
  });

  it.each([
    '- Năm 2024, toàn xã đã có 12 thôn đạt chuẩn.',
    '- Chào mừng kỷ niệm 60 năm ngày thành lập, thực hiện Nghị quyết Đại hội lần thứ 14.',
    '- Thực hiện 6 điều Bác Hồ dạy và 5 chuyên đề học đường.',
    '- Tăng tỷ lệ cung cấp dịch vụ công trực tuyến mức độ 3,4 cho người dân.',
    '- Đẩy mạnh phong trào “Nghìn việc tốt”, “3 sạch, 5 không”.',
    '- Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 và Quyết định số 2567/QĐ-UBND.',
    '- Không để dịch lớn xảy ra, không để ai bị bỏ lại phía sau.',
    '- Phổ cập giáo dục mầm non cho trẻ 5 tuổi.',
    '- Nộp báo cáo trước 15 giờ ngày 20 hằng tháng, chậm nhất 5 ngày làm việc.',
    '- Cụm thi đua số 3 gồm 7 xã họp 2 lần mỗi năm.',
  ])('no target: %s', (line) => {
    expect(goals(line)).toEqual([]);
  });

  it('takes the difference beside a level as a check, not as a second target', () => {
    const [level, check] = read('- Xã đạt chuẩn là 64 thôn (tăng 05 thôn so với năm 2025).').numeric_targets;
    expect(level).toMatchObject({ role: 'target', value: 64 });
    expect(check).toMatchObject({
      role: 'cross_check',
      comparator: 'increase_by',
      value: 5,
      baseline: 'so với năm 2025',
    });
  });

  it('says when level, base and difference do not agree', () => {
    const { defects } = read('- Số thôn đạt chuẩn tăng từ 59 thôn lên 64 thôn (tăng 04 thôn so với năm 2025).');
    expect(defects.map((one) => one.kind)).toContain('difference_disagrees');
  });

  it('takes a deadline from the sentence, the heading, the end of the campaign, in this order', () => {
    const { numeric_targets } = read(
      '1. Văn hóa (phấn đấu đến hết quý III/2026)',
      '- Gia đình văn hóa đạt 95%.',
      '- Trước năm 2028, 90% thôn đạt chuẩn.',
      '2. Y tế',
      '- Bảo hiểm y tế đạt 95%.',
    );
    expect(numeric_targets.map(({ deadline, deadline_inferred }) => [deadline, deadline_inferred])).toEqual([
      ['2026-09-30', false],
      ['2027-12-31', false],
      ['2026-12-31', true],
    ]);
  });

  it('asks what a share without a measure means', () => {
    const { numeric_targets, questions } = read('- Phát triển nông, lâm nghiệp, thủy sản đạt 22,4%.');
    expect(numeric_targets[0]?.comparator).toBe('unclear');
    expect(questions.map((one) => one.kind)).toContain('unclear');
  });

  it('reads the plan column of a flattened table', () => {
    const { numeric_targets } = read(
      'STT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2026\n1 | Tỷ lệ hộ nghèo | % | 6,5 | 4,2\n2 | Số tổ công nghệ số | tổ | 10 | 15',
    );
    expect(numeric_targets.map((target) => [target.comparator, target.value, target.unit, target.baseline])).toEqual([
      ['at_most', 4.2, '%', '6,5'],
      ['at_least', 15, 'tổ', '10'],
    ]);
  });

  it.each([
    ['STT | Chỉ tiêu | ĐVT | Thực hiện 2025', '1 | Tỷ lệ hộ nghèo | % | 6,5'],
    ['STT | Chỉ tiêu | ĐVT | Năm 2024 | Năm 2025', '1 | Tỷ lệ hộ nghèo | % | 6,5 | 5'],
  ])('reads no target where a table has no plan column: %s', (...rows) => {
    expect(read(rows.join('\n')).numeric_targets).toEqual([]);
  });
});
