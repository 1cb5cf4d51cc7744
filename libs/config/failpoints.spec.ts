import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armFailpoints, failpoint } from './failpoints.js';

const NODE_ENV = 'test';

describe('failpoints', () => {
  const dir = mkdtempSync(join(tmpdir(), 'failpoints-'));
  let kill: jest.SpyInstance;
  beforeEach(() => (kill = jest.spyOn(process, 'kill').mockReturnValue(true)));
  afterEach(() => {
    kill.mockRestore();
    armFailpoints({ FAILPOINTS: '', NODE_ENV });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('does nothing unless armed', () => {
    failpoint('api.stored');
    expect(kill).not.toHaveBeenCalled();
  });

  it('kills this process at the n-th hit of that point only', () => {
    armFailpoints({ FAILPOINTS: 'api.stored:2, mail.dot:1', NODE_ENV });
    failpoint('api.stored');
    failpoint('api.parsed');
    expect(kill).not.toHaveBeenCalled();
    failpoint('api.stored');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
  });

  it('fires once over restarts when it has a marker folder', () => {
    const config = { FAILPOINTS: 'launch.rows:1', FAILPOINT_DIR: dir, NODE_ENV };
    armFailpoints(config);
    failpoint('launch.rows');
    expect(existsSync(join(dir, 'launch.rows'))).toBe(true);
    armFailpoints(config); // as the restarted process does
    failpoint('launch.rows');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('refuses an unknown name, and production', () => {
    expect(() => armFailpoints({ FAILPOINTS: 'api.gone:1', NODE_ENV })).toThrow(/api\.gone/);
    expect(() => armFailpoints({ FAILPOINTS: 'api.reply:1', NODE_ENV: 'production' })).toThrow(/production/);
  });
});
