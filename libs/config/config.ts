import type { z } from 'zod';
import { ConfigError } from './config-error.js';
import { armFailpoints } from './failpoints.js';
import { options } from './options.js';
import { productionFaults } from './production.js';

/** What the process runs with: every option of `options.ts`, checked; `PUBLIC_URL` is always set. */
export type Config = Readonly<z.output<typeof options> & { PUBLIC_URL: string }>;

const PREFIX = 'DONDOC_';

/**
 * Reads the configuration from environment variables; an empty value counts as not set.
 * @throws ConfigError naming each wrong variable, what is wrong and how to mend it
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const unknown = Object.keys(env).filter((name) => name.startsWith(PREFIX));
  const set = Object.fromEntries(Object.keys(options.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = options.safeParse(set);
  const faults = [
    ...unknown.map((name) => ({ name, what: 'không phải là tùy chọn (is not an option)', cure: unknownCure(name) })),
    ...(parsed.error?.issues ?? []).map((issue) => ({
      name: String(issue.path[0]),
      what: issue.message,
      cure: cureOf(String(issue.path[0])),
    })),
    ...(parsed.success ? productionFaults(parsed.data) : []),
  ];
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const { HOST, PORT, PUBLIC_URL = `http://${HOST}:${PORT}` } = parsed.data;
  return Object.freeze({ ...parsed.data, PUBLIC_URL });
}

/** The configuration of this process, with failpoints armed; prints what is wrong and exits with 2. For `main.ts` files. */
export function configOrExit(env: NodeJS.ProcessEnv = process.env): Config {
  try {
    const config = loadConfig(env);
    armFailpoints(config);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function unknownCure(name: string): string {
  const plain = name.slice(PREFIX.length);
  return plain in options.shape
    ? `đặt tên là ${plain}, không có tiền tố (name it ${plain})`
    : 'bỏ biến này đi; danh sách ở libs/config/options.ts (remove it; the list is in libs/config/options.ts)';
}

function cureOf(name: string): string {
  const required = name === 'MONGODB_URI';
  return required
    ? 'ví dụ mongodb://127.0.0.1:27017/?replicaSet=rs0&w=majority&journal=true, hoặc chạy `npm start` (or run `npm start`)'
    : `sửa giá trị, hoặc bỏ ${name} để dùng mặc định (correct it, or unset it for the default)`;
}
