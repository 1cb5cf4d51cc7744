import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#libs/embedded';

const PROGRAM = join(projectRoot, 'dist/test/faults/submissions.js');

/** The small version of `npm run test:submissions`: one round, on servers and processes of its own. */
it('what was answered is kept once and as it was sent, though API and worker die at every step between', () => {
  const args = ['--enable-source-maps', PROGRAM, '--rounds', '1'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toContain('round 1: died at 8 of 8 points');
  expect(stdout).toContain('4 passed, 0 failed');
  expect(status).toBe(0);
}, 600_000);
