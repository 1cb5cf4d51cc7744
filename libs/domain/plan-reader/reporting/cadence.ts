/** How often, in the plan's words; null where it does not say. Folded text. */
const CADENCE =
  /(?:định kỳ )?(?:(?:0?6 tháng|sáu tháng)(?: đầu năm)?(?:,| và| hoặc)? (?:hằng năm|hàng năm|một năm|01 năm|1 năm|cả năm|cuối năm|năm|tổng kết năm))|(?:định kỳ |báo cáo )?(?:hằng|hàng) (?:tuần|tháng|quý|năm|ngày)(?:(?:,| và) (?:hằng |hàng )?(?:tháng|quý|0?6 tháng|năm))*|định kỳ (?:(?:0?[1369]|sáu|ba) tháng|tuần|tháng|quý|năm|một năm)(?:(?:,| và) (?:(?:0?[69]) tháng|quý|năm|một năm|cả năm|0?9 tháng))*|(?:0?6|0?9) tháng(?: đầu năm)?(?:,| và) (?:cả |cuối |tổng kết )?năm|(?:mỗi|từng) (?:tuần|tháng|quý|năm|học kỳ)|(?:sơ kết|tổng kết)[^;.,]{0,30}(?:học kỳ|năm học|6 tháng|năm)|thường xuyên(?:,| và) kịp thời|kịp thời|thường xuyên|đột xuất|(?:khi )?kết thúc (?:đợt|phong trào|năm)(?: thi đua| học| công tác)?|báo cáo (?:tháng|quý|năm|tuần)(?![a-zA-ZÀ-ỹ])|0?6 tháng(?= |$|,)|sau khi kết thúc[^,;.]{0,40}/;

export const cadenceOf = (low: string): string | null => CADENCE.exec(low)?.[0].trim() ?? null;
