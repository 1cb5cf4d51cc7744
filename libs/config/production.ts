import type { z } from 'zod';
import type { ConfigFault } from './config-error.js';
import type { options } from './options.js';

/** What `NODE_ENV=production` refuses: pretended time, pretended identity, sign-ins that browsers drop, crashes on purpose, writes that can be lost. */
export function productionFaults(config: z.output<typeof options>): ConfigFault[] {
  if (config.NODE_ENV !== 'production') return [];
  const faults: ConfigFault[] = [];
  const refuse = (name: string, what: string, cure: string) => faults.push({ name, what, cure });

  if (config.CLOCK === 'stepped')
    refuse(
      'CLOCK',
      'không được là stepped khi chạy thật (stepped is refused in production)',
      'đặt CLOCK=real (set real)',
    );
  if (config.SIGN_IN === 'dev')
    refuse(
      'SIGN_IN',
      'không được là dev khi chạy thật (dev is refused in production)',
      'đặt SIGN_IN=local (set local)',
    );
  if (config.SIGN_IN === 'local' && !carriesCookies(config))
    refuse(
      'PUBLIC_URL',
      'phải là https:// để trình duyệt giữ phiên đăng nhập (must be https:// for browsers to keep a sign-in)',
      'đặt PUBLIC_URL=https://… của máy đứng trước (set that of the proxy in front)',
    );
  if (config.FAILPOINTS !== '')
    refuse('FAILPOINTS', 'phải trống khi chạy thật (must be empty in production)', 'bỏ biến này (unset it)');
  for (const weak of weakWrites(config.MONGODB_URI))
    refuse(
      'MONGODB_URI',
      `đặt ${weak}, có thể mất dữ liệu đã trả lời (${weak} can lose answered writes)`,
      'dùng w=majority&journal=true (use these)',
    );
  return faults;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Cookies of production are `Secure`: browsers keep them over https, and on the machine itself. */
function carriesCookies({ PUBLIC_URL, HOST, PORT }: z.output<typeof options>): boolean {
  const { protocol, hostname } = new URL(PUBLIC_URL ?? `http://${HOST}:${PORT}`);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}

/** Options of a MongoDB URI that weaken writes below majority + journal. Option names are case-insensitive. */
export function weakWrites(uri: string): string[] {
  const query = uri.split('?')[1] ?? '';
  return [...new URLSearchParams(query)].flatMap(([key, value]) => {
    const name = key.toLowerCase();
    const weak =
      (name === 'w' && value !== 'majority') ||
      ((name === 'journal' || name === 'j') && value.toLowerCase() !== 'true') ||
      (name === 'safe' && value.toLowerCase() === 'false');
    return weak ? [`${key}=${value}`] : [];
  });
}
