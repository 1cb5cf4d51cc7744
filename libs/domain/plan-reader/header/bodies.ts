import type { PlanLevel } from '../plan-reading.types.js';

/** Cities directly under the Government: their committee is of provincial level. */
const CENTRAL_CITIES = /(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế)/;

/** First match wins; folded name of the issuing body. */
const LEVELS: [PlanLevel, RegExp][] = [
  [
    'cluster',
    /^(?:các (?:đơn vị|thành viên) )?(?:cụm|khối) (?:thi đua|trưởng|giao ước|các)|^(?:cụm|khối)(?: thi đua)? (?:số )?[\divx]+/,
  ],
  ['school', /^(?:trường|học viện|đại học|hiệu trưởng|nhà trường)/],
  [
    'company',
    /^(?:(?:tổng )?công ty|tập đoàn|doanh nghiệp|ngân hàng (?!nhà nước)|xí nghiệp|nhà máy|hợp tác xã|(?:tổng )?giám đốc công ty|công đoàn công ty)/,
  ],
  [
    'central',
    /^(?:thủ tướng|chính phủ|chủ tịch nước|quốc hội|ban chấp hành trung ương|hội đồng thi đua[ ,-]+(?:và )?khen thưởng trung ương|tổng liên đoàn|(?:đoàn chủ tịch|ủy ban trung ương|ủy ban mặt trận tổ quốc việt nam$|trung ương|ban thi đua[ ,-]+khen thưởng trung ương))/,
  ],
  [
    'ministry',
    /^(?:bộ(?! chỉ huy)|bộ trưởng|tổng cục|cục |thanh tra chính phủ|ngân hàng nhà nước|kiểm toán nhà nước|ủy ban dân tộc|đài truyền hình việt nam|bảo hiểm xã hội việt nam|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao)/,
  ],
  [
    'commune',
    /(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|đảng ủy|công đoàn|hội [^,]{2,30}|mặt trận tổ quốc[^,]{0,20}|đoàn[^,]{0,30}|hội đồng[^,]{0,30}|chủ tịch) (?:xã|phường|thị trấn|đặc khu) |^(?:xã|phường|thị trấn|đặc khu) /u,
  ],
  ['district', /(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy|thành ủy)(?: |$)|^phòng /u],
  ['province', /(?:tỉnh|tỉnh ủy|tỉnh đoàn|thành đoàn)(?: |$)|^(?:giám đốc )?sở |^ban quản lý (?:các )?khu/],
];

/** Level of a body by its name; null where the name does not tell. */
export function levelOf(name: string, low: string): PlanLevel | null {
  const bare = low.replace(
    /^(?:chủ tịch|ban thường vụ|ban chấp hành|ban thường trực) (?=ủy ban|ubnd|tỉnh|huyện|liên đoàn|công đoàn|hội|đảng)/,
    '',
  );
  const head = bare.replace(/ ?\([^)]*\)/g, '');
  const hit = LEVELS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
  if (hit === null || hit === 'district') {
    if (/(?:thành phố|tp\.?) /u.test(head) && hit === null) return CENTRAL_CITIES.test(head) ? 'province' : 'district';
  }
  return hit;
}
