import { readFileSync } from 'node:fs';

/** Ticks of a second in /proc (`getconf CLK_TCK`), the same on every Linux of today. */
const TICKS = 100;

/** CPU time a process has used so far in user and system, milliseconds; NaN where the system keeps no /proc or the process is gone. */
export function cpuMs(pid: number | undefined): number {
  try {
    // after the name in brackets, which may hold anything: state, parent, …, utime and stime as the 12th and 13th
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return NaN;
  }
}
