import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { given } from './given.js';
import { planMail } from './mail-server.js';
import { ManagedProcess } from './managed-process.js';
import { planMongo } from './mongo.js';
import { Pids } from './pids.js';
import { Ports } from './ports.js';
import { projectRoot } from './root.js';
import type { PlanContext, ServerPlan } from './server-plan.js';
import { planTemporal } from './temporal.js';
import type { Embedded, EmbeddedOptions, ServerInfo, ServerName } from './types.js';

/**
 * Finds or starts MongoDB, Temporal and the mail catcher on this machine, loopback only, and waits until they serve.
 * @throws ServerMissing, or Error with one sentence for people when a server cannot be had or does not start
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<RunningEmbedded> {
  const embedded = new RunningEmbedded(options);
  try {
    await embedded.start();
    return embedded;
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

const order: ServerName[] = ['mongo', 'temporal', 'mail'];

/** The servers' own data below the data folder; ports and logs stand beside it. */
const DATA = ['secantus', 'mongod', 'temporal', 'mail'];

export class RunningEmbedded implements Embedded {
  mongoUri = '';
  temporalAddress = '';
  temporalUiUrl = '';
  smtpUrl = '';
  mailUrl = '';
  readonly servers: ServerInfo[] = [];
  readonly dataDir: string;
  /** Shared with other processes of the product (API, worker), so that leftovers of any are ended. */
  readonly pids: Pids;
  readonly ports: Ports;
  private readonly processes = new Map<ServerName, ManagedProcess>();
  private readonly durable: boolean;
  private readonly say: (line: string) => void;

  constructor(private readonly options: EmbeddedOptions) {
    this.durable = options.durable ?? true;
    this.say = options.say ?? (() => {});
    this.dataDir =
      options.dataDir ?? (this.durable ? join(projectRoot, '.data') : mkdtempSync(join(tmpdir(), 'dondoc-')));
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true });
    this.pids = new Pids(this.dataDir);
    this.ports = new Ports(this.dataDir);
  }

  async start(): Promise<void> {
    await this.pids.takeOver(this.say);
    if (this.options.fresh) for (const name of DATA) rmSync(join(this.dataDir, name), { recursive: true, force: true });
    const { only = order, env = process.env } = this.options;
    const wanted = order.filter((name) => only.includes(name));
    const ours = await given(this, wanted, env, this.say);
    const results = await Promise.allSettled(ours.map((name) => this.startOne(name)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    this.servers.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  }

  kill(name: ServerName): Promise<void> {
    return this.ours(name).kill();
  }

  ready(name: ServerName): Promise<void> {
    return this.ours(name).ready();
  }

  async stop(): Promise<void> {
    for (const name of [...order].reverse()) await this.processes.get(name)?.stop();
    this.pids.remove();
    if (!this.durable && !this.options.dataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async startOne(name: ServerName): Promise<void> {
    const began = Date.now();
    const plan = await this.plan(name);
    const managed = new ManagedProcess(
      {
        ...plan.spec,
        name,
        cwd: this.dataDir,
        log: join(this.dataDir, 'logs', `${name}.log`),
        supervise: this.options.supervise ?? true,
        onRestart: () => this.say(`  ↻ ${plan.version} đã chết và được khởi động lại (restarted)`),
      },
      this.pids,
    );
    this.processes.set(name, managed);
    await managed.start();
    await plan.prepare?.();
    this.servers.push({
      name,
      how: plan.how,
      version: plan.version,
      get pid() {
        return managed.pid;
      },
    });
    this.say(`  ✓ ${plan.version} (${plan.how}), ${((Date.now() - began) / 1000).toFixed(1)} giây`);
  }

  private async plan(name: ServerName): Promise<ServerPlan> {
    const context: PlanContext = { dataDir: this.dataDir, ports: this.ports, durable: this.durable, say: this.say };
    if (name === 'mongo') {
      const plan = await planMongo(context);
      this.mongoUri = plan.uri;
      return plan;
    }
    if (name === 'temporal') {
      const plan = await planTemporal(context);
      [this.temporalAddress, this.temporalUiUrl] = [plan.address, plan.uiUrl];
      return plan;
    }
    const plan = await planMail(context);
    [this.smtpUrl, this.mailUrl] = [plan.smtpUrl, plan.mailUrl];
    return plan;
  }

  private ours(name: ServerName): ManagedProcess {
    const managed = this.processes.get(name);
    if (!managed) throw new Error(`${name} is not ours: its address was given, or it was not asked for`);
    return managed;
  }
}
