// jest loads CommonJS; packages that ship ES modules only are down-levelled by SWC.
const swc = (parser) => [
  '@swc/jest',
  {
    jsc: { parser, target: 'es2022', transform: { legacyDecorator: true, decoratorMetadata: true } },
    module: { type: 'commonjs' },
  },
];
const esmOnly = [
  '@nestjs',
  'nodemailer',
  'smtp-server',
  'postal-mime',
  'jose',
  'openid-client',
  'oauth4webapi',
  'file-type',
  'load-esm',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];
// The MongoDB driver imports 'os' dynamically, which jest's sandbox refuses; untransformed, its handshake lacks the client's name.
const dynamicImport = '(mongoose/node_modules/)?mongodb/lib/runtime_adapters';
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/apps/web/dist'],
  moduleNameMapper: {
    '^#libs/(.*)\\.js$': '<rootDir>/libs/$1',
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/index',
    '^#servers$': '<rootDir>/scripts/servers/index.mjs',
    '^#(workflows|activities)$': '<rootDir>/$1/index',
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^fast-check$': '<rootDir>/test/support/fast-check.cjs',
  },
  transform: {
    '^.+\\.tsx?$': swc({ syntax: 'typescript', decorators: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/|${dynamicImport})`],
};
// One MongoDB and one Temporal for the whole run, and the workflow bundle made once.
const withServers = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
};
const suite = (name) => ({
  ...withServers,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
});

module.exports = {
  workerIdleMemoryLimit: '700MB',
  testTimeout: 60_000, // jest takes it from here only, not from a project
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{apps/api,apps/worker,apps/cli,libs,workflows,activities,test/oracle,test/plan-reader,test/calendar}/**/*.spec.ts',
      ],
    },
    suite('store'),
    suite('mail'),
    suite('temporal'),
    suite('e2e'),
    // saved histories on today's workflows: no server
    { ...base, displayName: 'replay', testMatch: ['<rootDir>/test/replay/**/*.spec.ts'] },
    // starts and kills servers of its own, from dist
    { ...base, displayName: 'embedded', testMatch: ['<rootDir>/test/embedded/**/*.spec.ts'] },
    // the console in Chromium, on the API
    suite('browser'),
  ],
};
