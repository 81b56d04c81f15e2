import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
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
