import { timelineSentence } from './sentence.js';

const said = (type: string, data: Record<string, unknown>) =>
  (['vi', 'en'] as const).map((language) => timelineSentence({ type, data }, 'Báo cáo quý', language));

describe('the timeline says', () => {
  it('what was declared and what was escalated by hand', () => {
    expect(said('delay_declared', { expectedDay: '2026-10-20' })).toEqual([
      'Khai báo sẽ nộp muộn “Báo cáo quý”, dự kiến ngày 20/10/2026',
      'Delay of “Báo cáo quý” declared, expected on 20/10/2026',
    ]);
    const escalated = said('escalated', { to: 'chair', n: 1 });
    expect(escalated[1]).toBe('“Báo cáo quý” escalated by hand to the chair');
    expect(escalated[0]).not.toMatch(/[{}]|chair/);
  });

  it('how a campaign went on, also where nothing was decided about its dates', () => {
    expect(said('resumed', { shift: 'by_suspension' })).toEqual([
      'Tiếp tục phong trào, dời các hạn đang chạy theo thời gian tạm dừng',
      'Campaign resumed, running deadlines moved by the suspension',
    ]);
    expect(said('resumed', { shift: 'keep' })[0]).toBe('Tiếp tục phong trào, giữ nguyên các hạn');
    expect(said('resumed', {})[0]).toBe('Tiếp tục phong trào');
  });

  it('what was moved for many', () => {
    const shift = {
      acts: [{ act: 'shift', rung: 'suspension-1' }],
      obligations: [
        ['a', 2],
        ['b', 3],
      ],
    };
    expect(said('act', shift)[0]).toBe('Dời hạn theo thời gian tạm dừng: 2 đơn vị – “Báo cáo quý”');
    expect(said('extension_ordered', { lastDay: '2026-10-20', count: 12 })[0]).toBe(
      'Gia hạn hàng loạt đến ngày 20/10/2026: 12 việc',
    );
  });
});
