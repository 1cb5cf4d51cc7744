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
      to: { path: '^(apps|activities|libs/(?!contracts/|calendar/|rules/))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-libs-stay-pure',
      severity: 'error',
      from: { path: '^libs/(contracts|calendar|rules)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|activities|workflows|libs/(?!contracts/|calendar/|rules/)|node_modules/(?!zod/|luxon/))' },
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
      from: { path: '^(apps/(api|worker)|libs|workflows|activities)/', pathNot: '\\.spec\\.ts$' },
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
