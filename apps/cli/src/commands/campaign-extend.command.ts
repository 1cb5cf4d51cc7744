import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import {
  ExtendTogetherCommand,
  ObligationCommands,
  PreviewCampaign,
  type CampaignPreview,
  type ExtendedTogether,
} from '#libs/commands';
import { say, type DocumentRef } from '#libs/domain';
import { language, tell } from '../messages/tell.js';
import { actorOf } from '../system/acting.js';
import { Leave, MISUSED, REFUSED } from '../system/exit.js';
import { day, list } from '../system/options.js';
import { localInstant, print, table } from '../system/print.js';
import { report } from '../system/report.js';
import { withSystem } from '../system/with-system.js';

interface ExtendFlags {
  to: string;
  reason: string;
  step?: string;
  level?: string;
  units?: string[];
  document?: string;
  documentDate?: string;
  preview?: boolean;
  as?: string;
  key?: string;
  json?: boolean;
}

/** `campaign extend`: one obligation by its id, or by a campaign's code all that is selected in it. */
export function extendCommand(campaign: Command, data: () => string | undefined): void {
  campaign
    .command('extend <id>')
    .description(tell('campaign.extend'))
    .requiredOption('--to <day>', tell('campaign.to'), day('--to'))
    .requiredOption('--reason <text>', tell('campaign.reason'))
    .option('--step <step>', tell('extend.step'))
    .option('--level <level>', tell('extend.level'))
    .option('--units <codes>', tell('extend.units'), list)
    .option('--document <number>', tell('extend.document'))
    .option('--document-date <day>', tell('extend.document-date'), day('--document-date'))
    .option('--preview', tell('extend.preview'))
    .option('--as <post>', tell('option.as'))
    .option('--key <key>', tell('option.key'))
    .option('--json', tell('option.json'))
    .action((id: string, flags: ExtendFlags) => {
      const document = documentOf(flags);
      // the parts of an obligation's id are joined by dots, a campaign's code holds none
      const one = id.includes('.');
      if (one && flags.preview) throw new Leave(MISUSED, tell('extend.preview-of-one'));
      return withSystem(data(), (app) => {
        if (one) return extendOne(app, id, flags, document);
        return flags.preview ? previewAll(app, id, flags, document) : extendAll(app, id, flags, document);
      });
    });
}

async function extendOne(app: INestApplicationContext, id: string, flags: ExtendFlags, document?: DocumentRef) {
  const request = { type: 'extend', lastDay: flags.to, reason: flags.reason, ...(document && { document }) } as const;
  const meta = { key: flags.key ?? randomUUID() };
  const outcome = await app.get(ObligationCommands).execute(actorOf(flags.as), id, request, meta);
  report(outcome, flags.json, ({ obligation, dueAt, number }) =>
    tell('done.extended', { obligation, dueAt: localInstant(dueAt), number }),
  );
}

async function extendAll(app: INestApplicationContext, id: string, flags: ExtendFlags, document?: DocumentRef) {
  const { to: lastDay, reason } = flags;
  const meta = { key: flags.key ?? randomUUID() };
  const request = { select: selectionOf(flags), lastDay, reason, document };
  const outcome = await app.get(ExtendTogetherCommand).execute(actorOf(flags.as), id, request, meta);
  report(outcome, flags.json, wordsOf);
}

async function previewAll(app: INestApplicationContext, id: string, flags: ExtendFlags, document?: DocumentRef) {
  const decision = { command: 'extend', lastDay: flags.to, document: document ?? null } as const;
  const found = await app.get(PreviewCampaign).of(actorOf(flags.as), id, decision, selectionOf(flags));
  if (!found) throw new Leave(REFUSED, tell('not-found', { id }));
  print(flags.json, found, () => previewInWords(found));
  if (found.refusal) throw new Leave(REFUSED, found.refusal.reason);
}

const selectionOf = ({ step, level, units }: ExtendFlags) => ({ step, level, ...(units && { units: { units } }) });

/** Number and date of a paper belong together. */
function documentOf({ document, documentDate }: ExtendFlags): DocumentRef | undefined {
  if ((document === undefined) !== (documentDate === undefined))
    throw new Leave(MISUSED, tell('extend.document-whole'));
  return document === undefined ? undefined : { number: document, date: documentDate! };
}

function wordsOf({ campaign, lastDay, extended, refused }: ExtendedTogether): string {
  const done = tell('done.extended-together', { campaign, lastDay, count: extended.length });
  return [done, ...refusals(refused)].join('\n');
}

function previewInWords({ moved, withdrawn, letters, groups, refused }: CampaignPreview): string {
  const notices = withdrawn.reduce((sum, one) => sum + one.notices, 0);
  const lines = groups.map(({ step, level, count, dueBefore, dueAfter, warnings }) => [
    ...[step, level, count, localInstant(dueBefore), localInstant(dueAfter)],
    warnings.map(({ code, data }) => say(`preview.${code}`, data, language)).join(' '),
  ]);
  const columns = [
    'column.step',
    'column.level',
    'column.expected',
    'column.before',
    'column.after',
    'column.warning',
  ] as const;
  return [table([...columns], lines), tell('extend.previewed', { moved, notices, letters }), ...refusals(refused)].join(
    '\n',
  );
}

const refusals = (refused: ExtendedTogether['refused']): string[] =>
  refused.map(({ obligation, reason }) => `${obligation}: ${reason}`);
