import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#libs/embedded';

const PROGRAM = join(projectRoot, 'dist/test/random-campaigns/run.js');

/** The small version of `npm run test:random`: one campaign of thirty units, on servers and processes of its own. */
it('a random campaign is as the rules in words say, and one that is tampered with is found out', () => {
  const args = ['--enable-source-maps', PROGRAM, '--seeds', '1', '--units', '30'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('seed 1: 0 differences');
  expect(stdout).toContain('seed 1: 7 tamperings seen');
  expect(stdout).toContain('2 passed, 0 failed');
  expect(status).toBe(0);
}, 300_000);
