'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { toast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/access/problem';
import type { PlanEdit } from '@/lib/plan/edit';
import { editPlanDraft } from '../../../actions';

/** Why an edit was not kept; what was typed stays where it is. */
export interface SaveFailure {
  what: string;
  /** Somebody else saved in between. */
  isStale: boolean;
  errors: readonly FieldError[];
}

interface DraftDoor {
  draftId: string;
  mayEdit: boolean;
  /** Makes one edit; null = kept. */
  save: (edit: PlanEdit) => Promise<SaveFailure | null>;
  /** Brings in what somebody else saved. */
  reload: () => void;
  /** Remembers that a form holds something not yet saved. */
  mark: (form: string, isDirty: boolean) => void;
  hasUnsaved: () => boolean;
}

const Context = createContext<DraftDoor | null>(null);

/** Lets the forms below it edit one draft, each edit on the revision that was seen last. */
export function DraftProvider({
  draftId,
  revision,
  mayEdit,
  children,
}: {
  draftId: string;
  revision: number;
  mayEdit: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('planEditor');
  const refusals = useTranslations('refusals');
  const problems = useTranslations('problems');
  const router = useRouter();
  const seen = useRef(revision);
  const dirty = useRef(new Set<string>());
  useEffect(() => {
    seen.current = Math.max(seen.current, revision);
  }, [revision]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const save = useCallback(
    async (edit: PlanEdit): Promise<SaveFailure | null> => {
      const request = { draftId, revision: seen.current, edit };
      const answer = await editPlanDraft(request).catch(() => undefined);
      if (answer?.data) {
        seen.current = answer.data.revision;
        toast(t('saved'));
        return null;
      }
      const error = answer?.serverError;
      const reason = error?.reason;
      const code = error?.code ?? (answer ? 'INVALID_INPUT' : 'UNAVAILABLE');
      const isStale = reason === 'draft_stale';
      const what = reason && !isStale ? refusals(reason) : problems(code);
      return { what: isStale ? t('stale') : what, isStale, errors: error?.errors ?? [] };
    },
    [draftId, t, refusals, problems],
  );
  const door = useMemo(
    (): DraftDoor => ({
      draftId,
      mayEdit,
      save,
      reload: () => router.refresh(),
      mark: (form, isDirty) => {
        if (isDirty) dirty.current.add(form);
        else dirty.current.delete(form);
      },
      hasUnsaved: () => dirty.current.size > 0,
    }),
    [draftId, mayEdit, save, router],
  );
  return <Context value={door}>{children}</Context>;
}

export function useDraft(): DraftDoor {
  const door = useContext(Context);
  if (!door) throw new Error('a form of a plan stands outside its draft');
  return door;
}
