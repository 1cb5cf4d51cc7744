import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Clock } from '#libs/clock';
import { letterFormats, OfficeDesk, printed, type LetterFormat } from '#libs/letters';
import { Store } from '#libs/store';
import { tell } from '../messages/tell.js';
import { Leave, REFUSED } from '../system/exit.js';
import { oneOf } from '../system/options.js';
import { withSystem } from '../system/with-system.js';

interface Flags {
  format: LetterFormat;
  out?: string;
}

const FORMATS = Object.keys(letterFormats) as LetterFormat[];

/** Documents of an office, written to a file; nothing is kept in the records. */
export function documentCommand(program: Command): void {
  const document = program.command('document').description(tell('document.about'));
  const data = (): string | undefined => program.opts<{ data?: string }>().data;
  const printing = (name: string, about: 'document.fact-sheet' | 'document.late-list') =>
    document
      .command(`${name} <id>`)
      .description(tell(about))
      .option('--format <docx|pdf>', tell('document.format'), oneOf('--format', FORMATS, 'expect.format'), 'docx')
      .option('--out <file>', tell('document.out'));

  printing('fact-sheet', 'document.fact-sheet').action((id: string, flags: Flags) =>
    withSystem(data(), async (app) => {
      const store = app.get(Store);
      const owed = await store.obligations.findOne({ _id: id }, { projection: { receiver: 1 } });
      const at = await app.get(Clock).now();
      const content = await new OfficeDesk(store).factSheet(id, at);
      if (!owed || !content) throw new Leave(REFUSED, tell('not-found', { id }));
      await save(await printed(store, { content, unit: owed.receiver, at }, flags.format), `phieu.${id}`, flags);
    }),
  );

  printing('late-list', 'document.late-list').action((id: string, flags: Flags) =>
    withSystem(data(), async (app) => {
      const store = app.get(Store);
      const campaign = await store.campaigns.findOne({ _id: id }, { projection: { 'plan.standingBody': 1 } });
      if (!campaign) throw new Leave(REFUSED, tell('not-found', { id }));
      const at = await app.get(Clock).now();
      const content = await new OfficeDesk(store).lateList(id, at);
      const unit = campaign.plan.standingBody;
      await save(await printed(store, { content, unit, at }, flags.format), `danh-sach.${id}`, flags);
    }),
  );
}

async function save(bytes: Buffer, name: string, { format, out = `${name}.${format}` }: Flags): Promise<void> {
  await writeFile(out, bytes);
  console.log(out);
}
