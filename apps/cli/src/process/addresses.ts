import { relative } from 'node:path';
import type { Embedded } from '#libs/embedded';

/** Where everything is, for people; a server whose address was given has no page of ours. */
export function addressTable(url: string, embedded: Embedded): string {
  const rows = [
    ['Trang điều hành', url],
    ['Tài liệu API', `${url}/docs`],
    ['Hộp thư thử', embedded.mailUrl],
    ['Temporal', embedded.temporalUiUrl],
    ['Cơ sở dữ liệu', embedded.mongoUri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*/, '')],
    ['Dữ liệu, nhật ký', relative(process.cwd(), embedded.dataDir) || '.'],
  ].filter(([, address]) => address);
  const width = Math.max(...rows.map(([title = '']) => title.length));
  const lines = rows.map(([title = '', address]) => `  ${title.padEnd(width)}  ${address}`);
  return `\n${lines.join('\n')}\n\n  Dừng: Ctrl-C\n`;
}
