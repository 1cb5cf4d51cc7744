/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'workflows-no-node-builtins',
      severity: 'error',
      comment: 'workflow code runs in a deterministic sandbox; reaches through libs too',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-only-pure-packages',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/(@temporalio/(workflow|common)|luxon|zod)/',
      },
    },
    {
      name: 'workflows-only-contracts-and-pure-libs',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|activities|libs/(?!contracts/|domain/))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      comment: 'the rules run in workflows, API, tests and browser alike',
      from: { path: '^libs/domain/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'contracts-stay-pure',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|activities|workflows|libs/(?!contracts/|domain/)|node_modules/(?!zod/))' },
    },
    {
      name: 'rules-are-data',
      severity: 'error',
      from: { path: '^libs/rules/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { path: '^(apps|activities|workflows|node_modules|libs/(?!rules/|domain/))' },
    },
    {
      name: 'store-below-commands',
      severity: 'error',
      comment: 'data flows one way: commands, activities → store, mail, access → contracts → domain',
      from: { path: '^libs/(store|mail|documents|access|clock)/' },
      to: { path: '^libs/(commands|temporal)/' },
    },
    {
      name: 'oracle-is-independent',
      severity: 'error',
      comment: 'it judges the engine from the rules in words, so it may use none of its code',
      from: { path: '^test/oracle/' },
      to: { path: '^(apps|libs|workflows|activities)/' },
    },
    {
      name: 'api-without-the-engine',
      severity: 'error',
      comment: 'reporting works while Temporal is down',
      from: { path: '^apps/api/' },
      to: { path: '^(activities|workflows)/' },
    },
    {
      name: 'libs-not-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|activities|workflows)/' },
    },
    {
      name: 'activities-not-apps',
      severity: 'error',
      from: { path: '^activities/' },
      to: { path: '^(apps|workflows)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-not-native-core',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^(node_modules/@temporalio/worker/|libs/temporal/(worker|temporal-worker))' },
    },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(apps/(api|worker|cli)|libs|workflows|activities)/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // the condition makes '#libs/x.js' resolve to the TypeScript source instead of dist/
      conditionNames: ['dondoc-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
