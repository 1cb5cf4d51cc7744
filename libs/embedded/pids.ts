import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Entry {
  pid: number;
  /** Command line as the system shows it: a pid alone may belong to somebody else by now. */
  command: string;
}

/** Command line of a process, '' when there is none. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
    return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}

const still = ({ pid, command }: Entry): boolean => command !== '' && commandOf(pid) === command;

/** Which processes this data folder has running, in `pids.json`; leftovers of a killed run are ended at the next start. */
export class Pids {
  private readonly file: string;
  private readonly entries = new Map<string, Entry>();

  constructor(dataDir: string) {
    this.file = join(dataDir, 'pids.json');
  }

  /** Ends what a killed run left behind. @throws Error when a run on this data folder is alive */
  async takeOver(say: (line: string) => void): Promise<void> {
    const before = this.read();
    const launcher = before['launcher'];
    if (launcher && launcher.pid !== process.pid && still(launcher))
      throw new Error(
        `Đôn Đốc đang chạy với thư mục dữ liệu này, tiến trình ${launcher.pid}. Cách sửa: dừng nó (Ctrl-C), hoặc chọn thư mục khác. (Already running on this data folder.)`,
      );
    for (const [name, entry] of Object.entries(before)) {
      if (name === 'launcher' || !still(entry)) continue;
      say(`  – dừng ${name} còn sót từ lần chạy trước (pid ${entry.pid})`);
      await end(entry);
    }
    this.record('launcher', process.pid);
  }

  record(name: string, pid: number): void {
    this.entries.set(name, { pid, command: commandOf(pid) });
    this.write();
  }

  /** Forgets a process that has ended; kills it when it is in truth still there. */
  endLeftover(name: string): void {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (still(entry)) process.kill(entry.pid, 'SIGKILL');
    this.entries.delete(name);
    this.write();
  }

  /** After an orderly stop. */
  remove(): void {
    rmSync(this.file, { force: true });
  }

  private write(): void {
    writeFileSync(`${this.file}.new`, `${JSON.stringify(Object.fromEntries(this.entries), null, 2)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }

  private read(): Record<string, Entry> {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, Entry>;
    } catch {
      return {};
    }
  }
}

/** SIGTERM, then SIGKILL after 8 s. */
async function end(entry: Entry): Promise<void> {
  for (const [signal, ms] of [
    ['SIGTERM', 8000],
    ['SIGKILL', 2000],
  ] as const) {
    if (!still(entry)) return;
    process.kill(entry.pid, signal);
    for (const until = Date.now() + ms; Date.now() < until && still(entry);) await sleep(50);
  }
}
