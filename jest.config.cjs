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
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/apps/web/dist'],
  moduleNameMapper: {
    '^#libs/(.*)\\.js$': '<rootDir>/libs/$1',
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/index',
    '^#(workflows|activities)$': '<rootDir>/$1/index',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': swc({ syntax: 'typescript', decorators: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
module.exports = {
  workerIdleMemoryLimit: '700MB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps/api,apps/worker,libs,workflows,activities}/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'temporal',
      testMatch: ['<rootDir>/test/temporal/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/temporal/global-setup.cjs',
      globalTeardown: '<rootDir>/test/temporal/global-teardown.cjs',
    },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser.spec.ts'], testTimeout: 60000 },
  ],
};
