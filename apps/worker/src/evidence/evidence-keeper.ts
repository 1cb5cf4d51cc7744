import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { clamd, scanDue, sweepEvidence } from '#libs/evidence';
import { evidenceLimitsOn } from '#libs/rules';
import { gridFiles, type Store } from '#libs/store';

export interface EvidenceKeeperOptions {
  /** `host:port` of the scanner; none: nothing is scanned. */
  clamd: string | undefined;
  /** Pause between two looks for files to scan, milliseconds. */
  scanMs: number;
}

/** Pause between two sweeps, real ms: uploads live for days. */
const SWEEP_MS = 600_000;

/** Has files scanned and sweeps what nobody went on with. What a look could not do, the next one does. */
@Injectable()
export class EvidenceKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('evidence');
  private readonly stopping = new AbortController();
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly options: EvidenceKeeperOptions,
  ) {}

  onApplicationBootstrap(): void {
    const { clamd: address, scanMs } = this.options;
    const sweeping = this.again(SWEEP_MS, () => this.sweep());
    const scanning = address === undefined ? null : this.again(scanMs, () => this.scan(address));
    this.working = Promise.all([sweeping, scanning]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async again(everyMs: number, look: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await look().catch((error: Error) => this.log.warn(error.message));
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async sweep(): Promise<void> {
    const { completed, expired, contents } = await sweepEvidence(this.store, gridFiles(this.store), evidenceLimitsOn);
    if (completed + expired + contents > 0)
      this.log.log(`${completed} uploads completed, ${expired} expired, ${contents} unnamed files removed`);
  }

  private async scan(address: string): Promise<void> {
    const { clean, infected, failed } = await scanDue(this.store, gridFiles(this.store), clamd(address));
    if (clean + infected > 0) this.log.log(`${clean} files clean, ${infected} infected`);
    if (failed > 0) this.log.warn(`${failed} files could not be scanned`);
  }
}
