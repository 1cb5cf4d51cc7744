import { createHash } from 'node:crypto';
import { formOf } from '#libs/domain';
import { demoWorld } from '../demo-world.js';

/** SHA-256 of each plan's JSON, keys in the order of composing: a change of the composing code must not change what it composes. */
const COMPOSED: Readonly<Record<string, string>> = {
  'sl-60nam': '85cdcca4079efa0000a7bbf7aec4619a84f31c16a78cc9af82ba0569d1901642',
  'sl-2023': 'b11e8d5e368bbd5df0e01c203833bc6f7875852245d36fc38f7e1d1e71e39e11',
  'sl-2014': 'd36cf775b86a6f00ed4fe71309553f42f0f00f3fd4c5baf7c82c32d1b2bc7d4b',
  'td-2023': 'a4bc34b8c392d2cf97945fd1fe98fb7d3b3d6a581336cdaa2a944bf5c68597a3',
  'qt-2022': '23815ddf8f909f1a201f0bb0b3113a3576a5364cd3fa033ec35f6aafff667ff7',
};

const BESIDE = new Set(['indicator', 'components']);
const unlinked = (key: string, value: unknown): unknown => (BESIDE.has(key) ? undefined : value);

it('the five plans of the demo are composed as they were, byte for byte, beside their indicators and components', () => {
  const hashes = demoWorld(1).plans.map((plan) => [
    plan.code,
    createHash('sha256').update(JSON.stringify(plan, unlinked)).digest('hex'),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(COMPOSED);
});

it('the movements that a text names inside itself are components of its plan, and sections of its forms', () => {
  const { plans } = demoWorld(1);
  const names = plans.map(({ code, components = [] }) => [code, components.map(({ id, name }) => `${id} ${name}`)]);
  expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
   {
     "qt-2022": [
       "C1 xây dựng, nhân rộng các mô hình, điển hình tiên tiến phường Quyết Thắng, giai đoạn 2021 - 2025",
       "C2 Đẩy mạnh cải cách hành chính Nhà nước, giai đoạn 2021 - 2025",
       "C3 Sơn La đoàn kết, chung sức đồng lòng thi đua phòng, chống và chiến thắng đại dịch Covid-19",
       "C4 Dân vận khéo gắn với thực hiện quy chế dân chủ trong cơ quan hành chính Nhà nước, đơn vị sự nghiệp công lập, doanh nghiệp và ở cơ sở",
       "C5 Toàn dân đoàn kết xây dựng đời sống văn hóa",
     ],
     "sl-2014": [
       "C1 Học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
       "C2 Chung sức xây dựng nông thôn mới",
       "C3 Nhân dân các dân tộc Sơn La chung sức xây dựng nông thôn mới",
     ],
     "sl-2023": [
       "C1 Sóng và máy tính cho em",
       "C2 Doanh nghiệp, hợp tác xã, hộ gia đình và nông dân tỉnh Sơn La sản xuất, kinh doanh nông nghiệp giỏi",
       "C3 Dân vận khéo gắn với thực hiện quy chế dân chủ trong cơ quan hành chính Nhà nước, đơn vị sự nghiệp công lập, doanh nghiệp và ở cơ sở",
       "C4 Cán bộ, công chức, viên chức Sơn La thi đua thực hiện văn hóa công sở",
       "C5 Toàn dân đoàn kết xây dựng đời sống văn hóa",
       "C6 Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại",
     ],
     "sl-60nam": [
       "C1 Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
       "C2 Chung sức xây dựng nông thôn mới",
       "C3 chung tay vì người nghèo - không để ai bị bỏ lại phía sau",
       "C4 Doanh nghiệp Việt Nam hội nhập và phát triển",
       "C5 Người Việt Nam ưu tiên dùng hàng Việt Nam",
     ],
     "td-2023": [
       "C1 Chung sức xây dựng nông thôn mới",
       "C2 Cả nước chung tay vì người nghèo - không để ai bị bỏ lại phía sau",
       "C3 Thi đua quyết thắng",
       "C4 Công an nhân dân học tập, thực hiện 6 điều Bác Hồ dạy",
       "C5 Toàn dân bảo vệ an ninh Tổ quốc",
     ],
   }
  `);
  for (const plan of plans) {
    const step = plan.steps.find(({ kind }) => kind === 'report')!;
    const owed = { campaign: plan.code, step: step.id, kind: 'report' as const, title: step.title };
    const { sections } = formOf(plan, { ...owed, targets: [], consolidatedTargets: [] }, []);
    const named = sections.filter((section) => section.of === 'component').map(({ id, title }) => `${id} ${title}`);
    expect(named).toEqual(names.find(([code]) => code === plan.code)![1]);
  }
});
