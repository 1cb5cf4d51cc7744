import { ConfigError } from './config-error.js';
import { loadConfig } from './config.js';

const MONGODB_URI = 'mongodb://127.0.0.1:27017/?replicaSet=rs0&w=majority&journal=true';
const faultOf = (env: NodeJS.ProcessEnv): string => {
  try {
    loadConfig({ MONGODB_URI, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('configuration', () => {
  it('needs only the database', () => {
    expect(loadConfig({ MONGODB_URI })).toMatchObject({
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 3000,
      MONGODB_DB: 'dondoc',
      TEMPORAL_NAMESPACE: 'default',
      TEMPORAL_TASK_QUEUE: 'dondoc',
      CLOCK: 'real',
      SIGN_IN: 'none',
      FAILPOINTS: '',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      COHORT_SIZE: 300,
    });
  });

  it('counts an empty value as not set', () => {
    expect(loadConfig({ MONGODB_URI, PORT: '', TEMPORAL_UI_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('takes a database of several hosts', () => {
    expect(faultOf({ MONGODB_URI: 'mongodb://u:p@a:27017,b:27017,c:27017/?replicaSet=rs0' })).toBe('');
  });

  it.each([
    ['MONGODB_URI', 'postgres://x'],
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['TEMPORAL_ADDRESS', 'temporal'],
    ['SMTP_URL', 'http://x'],
    ['MAIL_FROM', 'không có a còng'],
    ['MAIL_POOL', '0'],
    ['PUBLIC_URL', 'x'],
    ['CLOCK', 'fake'],
    ['SIGN_IN', 'yes'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['RELAY_SWEEP_MS', '-1'],
    ['COHORT_SIZE', '1.5'],
    ['FAILPOINTS', 'api.nowhere:1'],
    ['FAILPOINTS', 'api.stored:0'],
  ])('names %s when it is %j, and how to mend it', (name, value) => {
    const message = faultOf({ [name]: value });
    expect(message).toContain(`  ${name}: `);
    expect(message).toContain('Cách sửa');
  });

  it('names every wrong variable at once and never shows a value', () => {
    const message = faultOf({ PORT: 'x', MONGODB_URI: 'mongo://user:secret@h' });
    expect(message).toMatch(/PORT[^]*MONGODB_URI|MONGODB_URI[^]*PORT/);
    expect(message).not.toContain('secret');
  });

  it('says that the database is required', () => {
    expect(() => loadConfig({})).toThrow(/MONGODB_URI: bắt buộc/);
  });

  it('refuses an unknown DONDOC_ variable and proposes the right name', () => {
    expect(faultOf({ DONDOC_PORT: '1' })).toContain('đặt tên là PORT');
    expect(faultOf({ DONDOC_WHAT: '1' })).toContain('DONDOC_WHAT: không phải là tùy chọn');
  });

  it.each([{}, { PUBLIC_URL: 'https://don-doc.example', HOST: '0.0.0.0' }, { PUBLIC_URL: 'http://localhost:3000' }])(
    'takes accounts in production where browsers keep the sign-in: %j',
    (env) => expect(faultOf({ NODE_ENV: 'production', SIGN_IN: 'local', ...env })).toBe(''),
  );

  it.each([
    [{ CLOCK: 'stepped' }, 'CLOCK'],
    [{ SIGN_IN: 'dev' }, 'SIGN_IN'],
    [{ FAILPOINTS: 'mail.dot:1' }, 'FAILPOINTS'],
    [{ SIGN_IN: 'local', PUBLIC_URL: 'http://don-doc.example' }, 'PUBLIC_URL'],
    [{ SIGN_IN: 'local', HOST: '0.0.0.0' }, 'PUBLIC_URL'],
    [{ MONGODB_URI: 'mongodb://h/?w=1' }, 'w=1'],
    [{ MONGODB_URI: 'mongodb://h/?w=majority&journal=false' }, 'journal=false'],
    [{ MONGODB_URI: 'mongodb://h/?W=0' }, 'W=0'],
  ])('refuses %j in production only', (env, word) => {
    expect(faultOf(env)).toBe('');
    expect(faultOf({ ...env, NODE_ENV: 'production' })).toContain(word);
  });
});
