import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { METRICS, type BenchReport, type MetricName } from '../bench/bench.types.js';
import { tell } from '../messages/tell.js';
import { REFUSED } from '../system/exit.js';
import { list, oneOf, whole } from '../system/options.js';

interface BenchFlags {
  only: MetricName[];
  n: number;
  seconds: number;
  json?: string;
}

const metrics = (value: string): MetricName[] => list(value).map(oneOf('--only', METRICS, 'expect.metric'));

/** `bench`: measures on servers of its own; exits with 1 when a floor is missed. */
export function benchCommand(program: Command): void {
  program
    .command('bench')
    .description(tell('bench.about'))
    .option('--only <metrics>', tell('bench.only'), metrics, [...METRICS])
    .option('--n <count>', tell('bench.n'), whole('--n', 10), 10_000)
    .option('--seconds <count>', tell('bench.seconds'), whole('--seconds', 1), 60)
    .option('--json <file>', tell('bench.json'))
    .action(async ({ only, n, seconds, json }: BenchFlags) => {
      const [{ runBench, endBench }, { stopOnSignals }] = await Promise.all([
        import('../bench/run-bench.js'),
        import('../process/signals.js'),
      ]);
      stopOnSignals(endBench);
      const report = await runBench({ only, n, seconds, say: (line) => console.log(line) });
      if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
      console.log(summary(report));
      if (Object.values(report.metrics).some(({ floorHeld }) => !floorHeld)) process.exitCode = REFUSED;
    });
}

function summary({ anchors, metrics: measured }: BenchReport): string {
  const held = (yes: boolean): string => (yes ? '✓' : '✗');
  return [
    ...Object.entries(anchors).map(([name, { value }]) => `${name}  ${value}/s`),
    ...Object.entries(measured).map(
      ([name, one]) =>
        `${name}  ${one.value} ${one.unit}; target ${one.target} ${held(one.targetHeld)}, floor ${one.floor} ${held(one.floorHeld)}`,
    ),
  ].join('\n');
}
