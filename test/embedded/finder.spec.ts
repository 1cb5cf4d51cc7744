import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from '#libs/embedded';

/** Looks for a server in a process of its own, with this PATH and an empty cache. */
function search(what: string, path: string[], cache: string) {
  const code = `import { obtain } from ${JSON.stringify(join(projectRoot, 'scripts/servers/index.mjs'))};
    await obtain('${what}', { say: console.log, download: false }).then((found) => console.log(JSON.stringify(found)), (error) => console.log(error.name, error.message));`;
  const env = { PATH: path.join(delimiter), XDG_CACHE_HOME: cache };
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env, encoding: 'utf8' }).stdout;
}

describe('looking for a server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dondoc-finder-'));
  const program = (name: string, script: string) => {
    mkdirSync(join(dir, 'bin'), { recursive: true });
    writeFileSync(join(dir, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(dir, 'bin', name), 0o755);
  };
  const shell = dirname('/bin/sh');
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('takes the one on PATH', () => {
    program('temporal', "echo 'temporal version 1.7.0 (Server 1.31.0, UI 2.45.0)'");
    expect(search('temporal', [join(dir, 'bin'), shell], dir)).toContain('"how":"PATH","version":"1.31.0"');
    program('mongod', "echo 'db version v8.0.4'");
    expect(search('mongo', [join(dir, 'bin'), shell], dir)).toContain('"kind":"mongod"');
  });

  it('says that a program is wrong, and the cure, in one sentence', () => {
    program('temporal', 'echo not for this machine >&2; exit 8');
    const said = search('temporal', [join(dir, 'bin')], dir);
    expect(said).toMatch(/bin\/temporal không chạy được --version: not for this machine/);
    expect(said).toMatch(/ServerMissing Không có máy chủ Temporal .*Cách sửa: .*TEMPORAL_ADDRESS.*go/);
  });
});
