import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardFile } from '#servers';
import type { Pids } from './pids.js';

/** What to run and how to know that it serves. */
export interface ProcessSpec {
  /** Shown to people and used as key in `pids.json`. */
  name: string;
  /** A program that is not ours runs under a guard; a compiled Node file of ours watches its IPC channel itself. */
  program: { file: string; args: string[] } | { node: string; args?: string[] };
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** File its output is appended to. */
  log: string;
  /** Resolves true when it serves; asked again until then. `'message'`: it says `ready` over IPC. */
  ready: 'message' | (() => Promise<boolean>);
  /** Longest start, ms. Default 60 000. */
  startMs?: number;
  /** Start it again, same arguments, when it dies unasked. */
  supervise?: boolean;
  /** Exit code of a start that is hopeless as it stands, e.g. its port is taken: not tried again. */
  hopeless?: number;
  onRestart?: (name: string) => void;
}

/** Restart at once, but after this many starts in a row that never came to serve it stays down. */
const MAX_FAILED_STARTS = 6;
const RESTART_PAUSE_MS = 50;
const POLL_MS = 40;
/** SIGTERM to SIGKILL at an ordered stop, ms; longer than the guard's own grace. */
const STOP_MS = 30_000;

/** One child process: started, watched, restarted, stopped. */
export class ManagedProcess {
  /** Process id of the program itself, never of its guard. */
  pid: number | undefined;
  private child: ChildProcess | undefined;
  private exited: Promise<void> = Promise.resolve();
  private saidReady = false;
  private stopping = false;
  private waiting = false;
  private serving: Promise<void> = Promise.resolve();
  private failedStarts = 0;
  /** True after a start that ended with the hopeless exit code. */
  hopeless = false;

  constructor(
    readonly spec: ProcessSpec,
    private readonly pids: Pids,
  ) {}

  /** Starts it and waits until it serves. @throws Error with the end of its log */
  start(): Promise<void> {
    this.stopping = false;
    this.hopeless = false;
    this.launch();
    return (this.serving = this.waitReady());
  }

  /** Resolves when it serves (again); after `kill` of a supervised process this is its restart. */
  ready(): Promise<void> {
    return this.serving;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await this.exited;
    clearTimeout(timer);
  }

  /** kill -9 of the program itself; resolves when it is gone. */
  async kill(): Promise<void> {
    const { pid, exited } = this;
    if (pid === undefined) throw new Error(`${this.spec.name} is not running`);
    process.kill(pid, 'SIGKILL');
    await exited;
  }

  private launch(): void {
    const { program, cwd, env = process.env, log } = this.spec;
    const guarded = 'file' in program;
    const args = guarded
      ? [guardFile, JSON.stringify({ ...program, cwd, log })]
      : ['--enable-source-maps', program.node, ...(program.args ?? [])];
    const out = openSync(log, 'a');
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', out, out, 'ipc'], detached: true });
    closeSync(out);
    this.child = child;
    this.saidReady = false;
    if (!guarded) child.once('spawn', () => this.runs(child.pid));
    child.on('message', (message) => {
      if (message === 'ready') this.saidReady = true;
      else if (guarded && typeof message === 'object' && 'pid' in message) this.runs(message.pid as number);
    });
    this.exited = new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('exit', resolve);
    }).then((code) => this.gone(code));
  }

  private runs(pid: number | undefined): void {
    this.pid = pid;
    if (pid !== undefined) this.pids.record(this.spec.name, pid);
  }

  private gone(code: number | null): void {
    this.hopeless = this.waiting && code !== null && code === this.spec.hopeless;
    this.child = undefined;
    this.pid = undefined;
    this.pids.endLeftover(this.spec.name); // its guard may have been killed alone
    if (this.stopping || !this.spec.supervise) return;
    if (this.waiting) this.failedStarts += 1;
    if (this.gaveUp()) return;
    const again = sleep(RESTART_PAUSE_MS).then(() => this.stopping || this.launch());
    if (this.waiting) return; // died while starting: whoever waits goes on waiting
    this.serving = again.then(() => this.waitReady()).then(() => this.spec.onRestart?.(this.spec.name));
    this.serving.catch((error: Error) => this.stopping || console.error(error.message));
  }

  private gaveUp(): boolean {
    return !this.spec.supervise || this.hopeless || this.failedStarts >= MAX_FAILED_STARTS;
  }

  private async waitReady(): Promise<void> {
    const { ready, startMs = 60_000 } = this.spec;
    this.waiting = true;
    try {
      for (const until = Date.now() + startMs; Date.now() < until; await sleep(POLL_MS)) {
        if (this.stopping) return;
        if (!this.child && this.gaveUp()) throw this.failure('dừng ngay khi khởi động (stopped while starting)');
        if (ready === 'message' ? this.saidReady : this.pid !== undefined && (await ready().catch(() => false))) {
          this.failedStarts = 0;
          return;
        }
      }
      throw this.failure(`không sẵn sàng sau ${startMs / 1000} giây (not ready in time)`);
    } finally {
      this.waiting = false;
    }
  }

  private failure(what: string): Error {
    const tail = readFileSync(this.spec.log, 'utf8').trimEnd().split('\n').slice(-5).join('\n  ');
    return new Error(`${this.spec.name} ${what}. Nhật ký (log) ${this.spec.log}:\n  ${tail}`);
  }
}
