import { loadWorld } from '../demo/load-world.js';
import { anchorOf, measureR1, measureR2 } from './anchors.js';
import type { BenchReport, MetricName } from './bench.types.js';
import { startBenchSystem, type BenchSystem } from './bench-system.js';
import { benchWorld } from './bench-world.js';
import { machine, versions } from './machine.js';
import { launchMetric, measureLaunch } from './m1-launch.js';
import { measureHistory } from './m2-history.js';
import type { Load } from './http-load.js';
import { mailMetric, measureBare, measureMails } from './m6-mail.js';
import { mailSink } from './mail-sink.js';
import { burstMetric, measureBurst, type Burst } from './m5-burst.js';
import { measureR4, measureR8, measureSubmissions, openForReports, rateOf, submissionMetric } from './m7-submission.js';

export interface BenchOptions {
  only: readonly MetricName[];
  /** Obligations. */
  n: number;
  /** How long reports are handed in, s. */
  seconds: number;
  say: (line: string) => void;
}

/** Measures on real servers, each metric on servers of its own; anchors in the same run, interleaved A B B A. */
export async function runBench({ only, n, seconds, say }: BenchOptions): Promise<BenchReport> {
  const report: BenchReport = { machine: machine(), versions: {}, anchors: {}, metrics: {} };
  const measures: Record<MetricName, () => Promise<void>> = {
    M1: () =>
      onSystem('real', n, say, report, async (system) => {
        const [r1, rates] = await interleaved(
          () => measureR1(system.client),
          (run) => measureLaunch(system, n, run),
          2,
          (name, value) => say(`  M1: ${name === 'A' ? 'R1' : 'launch'} ${value.toFixed(0)}/s`),
        );
        report.anchors.R1 = anchorOf(r1);
        report.metrics.M1 = launchMetric(n, rates, r1);
      }),
    M2: () =>
      onSystem('stepped', n, say, report, async (system) => {
        report.metrics.M2 = await measureHistory(system, n, say);
      }),
    M5: () =>
      onSystem('real', n, say, report, async (system) => {
        const bursts: Burst[] = [];
        const [r2] = await interleaved(
          () => measureR2(system.client),
          async (run) => {
            const burst = await measureBurst(system, n, run);
            bursts.push(burst);
            return n / (Math.max(...burst.lateness) / 1000);
          },
          1,
          (name, value) => say(`  M5: ${name === 'A' ? 'R2' : 'drain'} ${value.toFixed(0)}/s`),
        );
        report.anchors.R2 = anchorOf(r2);
        report.metrics.M5 = burstMetric(n, bursts, r2);
      }),
    M7: () =>
      onSystem('real', n, say, report, async (system) => {
        const owed = await openForReports(system);
        const url = await system.startApi();
        const [r4, r8]: [Load[], Load[]] = [[await measureR4(system.store)], [await measureR8(url)]];
        const submitted = await measureSubmissions(system.store, url, owed, seconds);
        r4.push(await measureR4(system.store));
        r8.push(await measureR8(url));
        report.anchors.R4 = anchorOf(r4.map(rateOf));
        report.anchors.R8 = anchorOf(r8.map(rateOf));
        report.metrics.M7 = submissionMetric(n, submitted, r4, r8);
      }),
    M6: async () => {
      const sink = await mailSink();
      const work = async (system: BenchSystem): Promise<void> => {
        const told = <T extends { rate: number }>(what: string, run: T): T => {
          say(`  M6: ${what} ${run.rate.toFixed(0)}/s`);
          return run;
        };
        const bare = [told('bare', await measureBare(sink, n, '1'))];
        const wave = told('morning', await measureMails(system, sink, n));
        bare.push(told('bare', await measureBare(sink, n, '2')));
        report.metrics.M6 = await mailMetric(system, n, wave, bare);
      };
      await onSystem('stepped', n, say, report, work, { SMTP_URL: sink.url }).finally(() => sink.close());
    },
  };
  for (const name of only) {
    say(`${name}: n = ${n}`);
    await measures[name]();
  }
  return report;
}

let current: BenchSystem | undefined;

/** Ends what is being measured, for signals. */
export const endBench = (): Promise<void> => current?.close() ?? Promise.resolve();

/** A B B A, `rounds` times with the A between them shared: A B B A B B A. */
async function interleaved(
  a: () => Promise<number>,
  b: (run: number) => Promise<number>,
  rounds: number,
  told: (name: 'A' | 'B', value: number) => void,
): Promise<[number[], number[]]> {
  const [as, bs]: [number[], number[]] = [[], []];
  const tell = (name: 'A' | 'B', value: number): number => (told(name, value), value);
  as.push(tell('A', await a()));
  for (let round = 0; round < rounds; round += 1) {
    for (let half = 0; half < 2; half += 1) bs.push(tell('B', await b(bs.length + 1)));
    as.push(tell('A', await a()));
  }
  return [as, bs];
}

async function onSystem(
  clock: 'real' | 'stepped',
  n: number,
  say: (line: string) => void,
  report: BenchReport,
  work: (system: BenchSystem) => Promise<void>,
  given: Record<string, string> = {},
): Promise<void> {
  const system = await startBenchSystem(clock, say, given);
  current = system;
  try {
    report.versions = versions(system.embedded.servers);
    await loadWorld(system.store, benchWorld(n));
    await work(system);
  } finally {
    current = undefined;
    await system.close();
  }
}
