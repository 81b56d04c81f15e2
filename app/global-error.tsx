'use client';

import { ErrorPage } from '@/components/shell/error-page';
import './globals.css';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body className="min-h-dvh font-sans antialiased">
        <ErrorPage digest={error.digest} retry={() => window.location.reload()} />
      </body>
    </html>
  );
}
