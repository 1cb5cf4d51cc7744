import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess } from '#libs/embedded';
import { Pids } from '#libs/embedded/pids.js';
import { isAlive } from './support.js';

describe('a managed process', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dondoc-managed-'));
  const starts = join(dir, 'starts');
  const make = (supervise: boolean, how = '') =>
    new ManagedProcess(
      {
        name: 'child',
        program: { node: join(__dirname, 'child.fixture.mjs'), args: [starts, how] },
        cwd: dir,
        log: join(dir, 'child.log'),
        ready: 'message',
        supervise,
      },
      new Pids(dir),
    );
  const startCount = () => readFileSync(starts, 'utf8').trim().split('\n').length;
  beforeEach(() => writeFileSync(starts, ''));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('comes back each time it is killed, however often', async () => {
    const child = make(true);
    await child.start();
    for (let n = 0; n < 8; n++) {
      await child.kill();
      await child.ready();
    }
    expect(startCount()).toBe(9);
    const { pid = 0 } = child;
    await child.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('tells the end of its log when it does not start, and does not try for ever', async () => {
    await expect(make(true, 'crash').start()).rejects.toThrow(/cannot open the store/);
    expect(startCount()).toBe(6);
    await expect(make(false, 'crash').start()).rejects.toThrow(/stopped while starting/);
    expect(startCount()).toBe(7);
  });

  it('stays down when it was stopped', async () => {
    const child = make(true);
    await child.start();
    await child.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(child.pid).toBeUndefined();
    expect(startCount()).toBe(1);
  });
});
