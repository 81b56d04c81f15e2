/** Who may import what: docs/architecture.md explains each rule. */
const pureFiles = '^lib/(?!platform/|i18n/)(?!.*/server/)(?!.*\\.test\\.ts$)';
const pureLibraries = '^node_modules/(zod|@noble/hashes|opencc-js|diff|yaml)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'pure-imports-pure',
      comment: 'Pure files import pure files and a short list of pure libraries.',
      severity: 'error',
      from: { path: pureFiles },
      to: { pathNot: [pureFiles, '^lib/i18n/', pureLibraries] },
    },
    {
      name: 'server-by-the-front-door',
      comment: "Another domain's server code is reached through its server/index.ts.",
      severity: 'error',
      from: { path: '^lib/([^/]+)/server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^lib/[^/]+/server/', pathNot: ['^lib/$1/', '^lib/[^/]+/server/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^lib/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^lib/[^/]+/server/' },
    },
    {
      name: 'components-know-no-server',
      comment: 'Components know pure types and labels.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/(platform/|[^/]+/server/)' },
    },
    {
      name: 'routes-are-not-imported',
      severity: 'error',
      from: { path: '^(lib|components)/' },
      to: { path: '^app/' },
    },
    {
      name: 'prisma-stays-in-server',
      comment: 'The database client is imported by lib/*/server and lib/platform alone.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/(platform/|[^/]+/server/)' },
      to: { path: ['^lib/platform/(generated|db)', '^node_modules/(@prisma|pg)/'] },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|components|lib|scripts)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^lib/platform/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^lib/platform/generated/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['^node_modules', '^lib/platform/generated'] },
    exclude: { path: '\\.(css|svg|png|woff2)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
