'use client';

import { toneClasses } from '../ui/badge';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import type { FormTexts } from './sheet';

export interface Failure {
  what: string;
  todo?: string | undefined;
  isStale?: boolean;
}

/** Why a form was not carried out, what was kept, and what to do. */
export function FormFailure({
  failure,
  texts,
  onRefresh,
}: {
  failure: Failure;
  texts: FormTexts;
  onRefresh: () => void;
}) {
  return (
    <div role="alert" className={classNames('rounded-md px-3 py-2', toneClasses.red)}>
      <p className="font-medium">{failure.what}</p>
      <p>{texts.keptText}</p>
      {failure.todo && <p>{failure.todo}</p>}
      {failure.isStale && (
        <Button size="sm" className="mt-2" onClick={onRefresh}>
          {texts.refresh}
        </Button>
      )}
    </div>
  );
}
