import type { Command } from 'commander';
import { timelineSentence } from '#libs/domain/timeline/sentence.js';
import { Store, verifyBook, type JournalDoc } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { historyOf, titlesOf } from '../queries/history.js';
import { Leave, REFUSED } from '../system/exit.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

export function historyCommand(program: Command): void {
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  const history = program.command('history').description(tell('history.about'));

  history
    .command('show <id>')
    .description(tell('history.show'))
    .option('--json', tell('option.json'))
    .action((id: string, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const entries = await historyOf(app.get(Store), id);
        if (!entries) throw new Leave(REFUSED, tell('not-found', { id }));
        const title = await titlesOf(app.get(Store), entries);
        print(json, entries, () =>
          table(
            ['column.seq', 'column.at', 'column.title', 'column.who', 'column.subject'],
            entries.map((entry) => lineOf(entry, title(entry))),
          ),
        );
      }),
    );

  history
    .command('verify [book]')
    .description(tell('history.verify'))
    .option('--json', tell('option.json'))
    .action((book: string | undefined, { json }: { json?: boolean }) =>
      withSystem(data(), async (app) => {
        const store = app.get(Store);
        const known: string[] = await store.journal.distinct('book');
        known.sort();
        if (book && !known.includes(book)) throw new Leave(REFUSED, tell('not-found', { id: book }));
        const verified = await Promise.all((book ? [book] : known).map((one) => verifyBook(store, one)));
        print(json, verified, () =>
          verified.length === 0
            ? tell('history.none')
            : verified
                .map((one) => tell(one.brokenAt === null ? 'history.ok' : 'history.broken', { ...one }))
                .join('\n'),
        );
        if (verified.some(({ brokenAt }) => brokenAt !== null)) process.exitCode = REFUSED;
      }),
    );
}

const lineOf = (entry: JournalDoc, title: string): (string | number)[] => [
  entry.seq,
  localInstant(entry.at),
  timelineSentence(entry, title, language),
  entry.actor.post ?? '–',
  entry.subject,
];
