import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { PreparationCommands, type Outcome } from '#libs/commands';
import type { Gate, GateItem, PreparationAnswers } from '#libs/domain/preparation/index.js';
import { gateOf } from '#libs/preparation';
import { Store } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { answersFile } from '../system/answers-file.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { planFile } from '../system/plan-file.js';
import { print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

interface DraftFlags {
  code?: string;
  answers?: string;
  as?: string;
  key?: string;
  json?: boolean;
}

/** `plan draft`: a preparation in the running system, and what is missing before it can be launched. */
export function draftCommand(plan: Command, data: () => string | undefined): void {
  plan
    .command('draft <file>')
    .description(tell('plan.draft'))
    .option('--code <code>', tell('draft.code'))
    .option('--answers <file>', tell('draft.answers'))
    .option('--as <post>', tell('option.as'))
    .option('--key <key>', tell('option.key'))
    .option('--json', tell('option.json'))
    .action(async (file: string, flags: DraftFlags) => {
      const { text, reading } = await planFile(file);
      const answers = {
        ...(flags.answers && (await answersFile(flags.answers))),
        ...(flags.code && { code: flags.code }),
      };
      const actor = actorOf(flags.as);
      const owner = flags.as ? actor.unit : answers.bodies?.standing;
      if (owner === undefined) throw new Leave(MISUSED, tell('draft.whose'));
      const key = flags.key ?? randomUUID();
      await withSystem(data(), async (app) => {
        const [commands, store] = [app.get(PreparationCommands), app.get(Store)];
        const beginning = { source: basename(file), text, reading };
        const { preparation: id } = kept(await commands.create(actor, beginning, { key }, owner));
        if (Object.keys(answers).length > 0) kept(await commands.answer(actor, id, answers, { key: `${key}-answers` }));
        const document = (await store.preparations.findOne({ _id: id }))!;
        const gate = await gateOf(store, document, { language, forecast: true });
        const { revision, state } = document;
        const found = { preparation: id, state, revision, clean: gate.clean, items: gate.items, dates: gate.dates };
        print(flags.json, found, () => inWords(id, nameOf(answers) ?? reading.campaign_name ?? '–', gate));
      });
    });
}

const nameOf = ({ head }: PreparationAnswers): string | undefined => head?.name;

function kept<R>(outcome: Outcome<R>): R {
  if (!outcome.ok) throw new Leave(REFUSED, outcome.reason);
  return outcome.receipt;
}

function inWords(id: string, name: string, { items, clean }: Gate): string {
  const open = items.filter((item) => item.open).length;
  const warnings = items.filter(({ severity }) => severity === 'warning').length;
  return [
    tell('draft.made', { id, name }),
    clean ? tell('draft.clean') : tell('draft.open', { open, warnings }),
    '',
    table(
      ['column.severity', 'column.code', 'column.title', 'column.waiver', 'column.proposal'],
      items.map((item) => [
        severityOf(item),
        item.id,
        item.text,
        item.waivableBy && item.waivableByText,
        proposalOf(item),
      ]),
    ),
  ].join('\n');
}

const severityOf = ({ severity, waiver }: GateItem): string =>
  tell(waiver ? 'severity.waived' : `severity.${severity}`);

/** A proposal that only repeats the item is not shown twice. */
const proposalOf = ({ proposal, text }: GateItem): string | null => (proposal === text ? null : proposal);
