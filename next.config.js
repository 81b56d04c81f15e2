import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** The content security policy of pages, with its nonce, comes from proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Pages to measure against, in builds for tests and benchmarks only.
  pageExtensions: process.env.HUIYING_YARDSTICK ? ['tsx', 'ts', 'yardstick.tsx'] : ['tsx', 'ts'],
  reactStrictMode: true,
  // A plan file may have 2 MB; an action takes it whole to say what is wrong with it.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  serverExternalPackages: [
    '@node-rs/argon2',
    '@node-rs/jieba',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'pino',
    'flydrive',
  ],
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
