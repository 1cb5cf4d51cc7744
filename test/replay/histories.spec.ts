import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { stories } from './stories.js';
import { bundleWith, todaysBundle } from './bundle.js';

interface Saved {
  workflowId: string;
  history: unknown;
}

const folder = join(__dirname, 'histories');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const saved = (file: string): Saved => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Saved;

const replay = (workflowBundle: WorkflowBundleWithSourceMap, file: string): Promise<void> => {
  const { history, workflowId } = saved(file);
  return Worker.runReplayHistory({ workflowBundle }, history, workflowId);
};

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
});

describe('histories recorded from a real run', () => {
  let today: WorkflowBundleWithSourceMap;
  beforeAll(async () => {
    today = await todaysBundle();
  });

  it('are there for every story', () => {
    expect(files.sort()).toEqual(stories.map(({ workflow, story }) => `${workflow}-${story}.json`).sort());
  });

  it.each(files)('%s goes on from where it stood', async (file) => {
    await expect(replay(today, file)).resolves.toBeUndefined();
  });
});

describe('a change of order in the loop is found', () => {
  const changes = {
    'an act before the look': [
      'let due = await examine(input.id);',
      "await perform(input.id, { id: '', kind: '', summary: '', args: {} }, false); let due = await examine(input.id);",
    ],
    'the look after the wait': [
      'let due = await examine(input.id);',
      'await condition(() => nudged, 1000); let due = await examine(input.id);',
    ],
  } as const;

  it.each(Object.entries(changes))('%s', async (_what, [before, after]) => {
    const changed = await bundleWith(before, after);
    for (const file of files) await expect(replay(changed, file)).rejects.toThrow(DeterminismViolationError);
  });
});

it('has one copy of protobufjs for histories and protocol', () => {
  const here = createRequire(__filename);
  const root = here.resolve('protobufjs');
  for (const user of ['@temporalio/proto', '@temporalio/common', '@temporalio/client', '@temporalio/worker'])
    expect(createRequire(here.resolve(user)).resolve('protobufjs')).toBe(root);
});
