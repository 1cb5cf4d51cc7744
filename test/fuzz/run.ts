import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Tally } from '../faults/tally.js';
import { whole } from '../faults/flags.js';
import { aimsOf } from './aims.js';
import { aftermath, resendRefused } from './aftermath.js';
import { Fuzz } from './fuzz.js';
import { operationsOf, type Document } from './openapi.js';
import { Line } from './send.js';
import { BOUNCE_SECRET, fuzzWorld } from './world.js';

const WIDTH = 8;
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { cases: text, files: text, seed: text, only: text, campaign: text, moment: text },
});
const cases = whole('cases', values.cases ?? '10000');
const files = whole('files', values.files ?? String(Math.min(cases, 500)));
const seed = whole('seed', values.seed ?? '1');
const moment = values.moment === 'council' ? 'council' : 'reports';

/**
 * Cases made from the OpenAPI description of the running API, against a campaign in the middle of its life: no answer is a 5xx, every
 * refusal says why, what is refused changes nothing, and afterwards the records agree.
 */
const tally = new Tally();
const world = await fuzzWorld(values.campaign ?? 'td-2023', moment);
const { store, stepper } = world.connection;
const line = new Line(world.product.url, WIDTH);
try {
  const document = (await (await fetch(`${world.product.url}/docs-json`)).json()) as Document;
  const all = operationsOf(document);
  const operations = all.filter(({ name }) => !values.only || new RegExp(values.only).test(name));
  const aims = await aimsOf(
    { store, now: stepper.now, url: world.product.url, recorded: world.recorded, secret: BOUNCE_SECRET },
    document.components.schemas,
    all,
  );
  console.log(
    `${operations.length} of ${all.length} operations, ${cases} cases each (${files} where a file or a document is made), seed ${seed}`,
  );
  const fuzz = new Fuzz(line, aims, { cases, files, seed, width: WIDTH, say: console.error });
  await fuzz.run(operations);
  for (const row of fuzz.rows) tally.check(row.inWords(cases), row.wrong());
  tally.check(
    'no operation was left out',
    operations.filter(({ name }) => !fuzz.rows.some((row) => row.name === name)).map(({ name }) => name),
  );
  const again = await resendRefused(store, () => stepper.settle(), line, fuzz.refused);
  tally.check(`${again.sent} refusals sent once more, ${again.judged} of them judged: nothing changed`, again.wrong);
  for (const [what, wrong] of await aftermath(world)) tally.check(what, wrong);
} finally {
  line.close();
  await world.close(true);
}
tally.end();
