'use client';

import { useSyncExternalStore } from 'react';
import en from '@/lib/i18n/messages/en/error.json';
import zh from '@/lib/i18n/messages/zh-CN/error.json';
import { Button } from '../ui/button';

const never = () => () => {};

/**
 * What stands where a page broke: what happened, what was kept, what to do. Carries its own texts,
 * because the broken page may have been the one that brings them.
 */
export function ErrorPage({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const locale = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => 'zh-CN',
  );
  const texts = locale === 'en' ? en : zh;
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-start gap-2 px-4 py-16">
      <h1 className="text-lg font-semibold">{texts.title}</h1>
      <p>{texts.what}</p>
      <p>{texts.kept}</p>
      <p>{texts.todo}</p>
      {digest && (
        <p className="text-faint">
          {texts.id} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
      <div className="mt-2 flex gap-2">
        <Button variant="primary" onClick={retry}>
          {texts.retry}
        </Button>
        <Button onClick={() => window.location.assign('/')}>{texts.desk}</Button>
      </div>
    </div>
  );
}
