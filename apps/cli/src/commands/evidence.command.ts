import type { Command } from 'commander';
import { reportFiles, verifyEvidence } from '#libs/evidence';
import { gridFiles, Store } from '#libs/store';
import { tell } from '../messages/tell.js';
import { Leave, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

/** Files that show what reports say: what one report has, and whether every file is still what it was. */
export function evidenceCommand(program: Command): void {
  const evidence = program.command('evidence').description(tell('evidence.about'));
  const data = (): string | undefined => program.opts<{ data?: string }>().data;

  evidence
    .command('list <obligation>')
    .description(tell('evidence.list'))
    .option('--json', tell('option.json'))
    .action((id: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app, config) => {
        const store = app.get(Store);
        if ((await store.obligations.countDocuments({ _id: id }, { limit: 1 })) === 0)
          throw new Leave(REFUSED, tell('not-found', { id }));
        const files = await reportFiles(store, id, config.EVIDENCE_CLAMD !== undefined);
        print(json, files, () =>
          table(
            ['column.field', 'column.name', 'column.bytes', 'column.state', 'column.at', 'column.hash'],
            files.map(({ path, name, bytes, scan, at, hash }) => [path, name, bytes, scan, localInstant(at), hash]),
          ),
        );
      }),
    );

  evidence
    .command('verify')
    .description(tell('evidence.verify'))
    .option('--json', tell('option.json'))
    .action(({ json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const store = app.get(Store);
        const found = await verifyEvidence(store, gridFiles(store));
        const { files, bytes, damaged, missing } = found;
        print(json, found, () =>
          [
            tell('evidence.verified', { files, bytes }),
            ...damaged.map(({ hash }) => tell('evidence.damaged', { hash })),
            ...missing.map(({ hash, obligation, path }) => tell('evidence.missing', { hash, obligation, path })),
          ].join('\n'),
        );
        const wrong = damaged.length + missing.length;
        if (wrong > 0) throw new Leave(REFUSED, tell('evidence.wrong', { count: wrong }));
      }),
    );
}
