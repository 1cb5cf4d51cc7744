import type { Command } from 'commander';
import { Reconciler, speak, type Finding } from '#libs/reconcile';
import { language, tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { REFUSED } from '../system/exit.js';
import { withSystem } from '../system/with-system.js';

interface Flags {
  repair?: boolean;
  json?: boolean;
  as?: string;
}

/** `reconcile`: compares engine and records; exits with 1 on findings, also when they were repaired. */
export function reconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .description(tell('reconcile.about'))
    .option('--repair', tell('reconcile.repair'))
    .option('--as <post>', tell('option.as'))
    .option('--json', tell('option.json'))
    .action(({ repair, json, as }: Flags) =>
      withSystem(program.opts<{ data?: string }>().data, async (app) => {
        speak(language);
        const reconciler = app.get(Reconciler);
        const { checked, found } = await reconciler.look();
        const findings = found.map(({ kind, subject, cause, repair: cure }): Finding => ({
          kind,
          subject,
          cause,
          repair: cure,
        }));
        if (json) console.log(JSON.stringify({ checked, findings }, null, 2));
        else console.log(report(checked, findings));
        if (repair && found.length) {
          const mended = await reconciler.repair(found, actorOf(as).post);
          if (!json) console.log(done(mended, found.length));
        }
        if (findings.length) process.exitCode = REFUSED;
      }),
    );
}

function report(checked: number, findings: Finding[]): string {
  if (findings.length === 0) return tell('reconcile.clean', { checked });
  const lines = findings.map(
    ({ kind, subject, cause, repair }) =>
      `✗ ${kind}  ${subject}\n    ${cause}\n    ${tell('reconcile.cure')}: ${repair}`,
  );
  return [...lines, '', tell('reconcile.found', { checked, count: findings.length })].join('\n');
}

function done(mended: Finding[], count: number): string {
  const lines = mended.map(({ kind, subject, repair }) => `✓ ${kind}  ${subject}: ${repair}`);
  return [...lines, tell('reconcile.repaired', { repaired: mended.length, count, left: count - mended.length })].join(
    '\n',
  );
}
