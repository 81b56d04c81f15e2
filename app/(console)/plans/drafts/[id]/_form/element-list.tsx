'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { type SaveFailure, useDraft } from './draft-context';
import { type FindingLine, FindingLines } from './finding-lines';
import { SaveFailureNote } from './form-frame';

export interface ListedElement {
  name: string;
  title: string;
  /** A line or two under the title. */
  summary?: ReactNode;
  badges?: ReactNode;
  findings?: readonly FindingLine[] | undefined;
}

/** In place of a name: the button for a new one. */
export const ADD = '';

/** Elements of a plan, one per row, each with its form in place; buttons for a new one and order. */
export function ElementList({
  items,
  open,
  addLabel,
  emptyText,
  editLabel,
  onMove,
  renderForm,
}: {
  items: readonly ListedElement[];
  /** Name of the element the address asks for. */
  open?: string | undefined;
  addLabel?: string | undefined;
  emptyText?: string | undefined;
  /** What the button of a row says in place of 修改. */
  editLabel?: string | undefined;
  onMove?: ((name: string, to: number) => Promise<SaveFailure | null>) | undefined;
  /** `null` = the form of a new one; `close` may say which element to go to, or `ADD`. */
  renderForm: (name: string | null, close: (goTo?: string) => void) => ReactNode;
}) {
  const t = useTranslations('planEditor');
  const { mayEdit } = useDraft();
  // A folded form stays, with what was typed in it.
  const [forms, setForms] = useState<Readonly<Record<string, 'open' | 'folded'>>>(
    open ? { [open]: 'open' } : {},
  );
  const [isAdding, setAdding] = useState(false);
  const [goTo, setGoTo] = useState<string | null>(open ?? null);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    setForms((before) => ({ ...before, [open]: 'open' }));
    setGoTo(open);
  }, [open]);
  const names = items.map((one) => one.name).join(' ');
  useEffect(() => {
    if (goTo === null) return;
    if (goTo === ADD) {
      add.current?.focus();
      setGoTo(null);
      return;
    }
    const known = names.split(' ').includes(goTo);
    const row = known && list.current?.querySelector<HTMLElement>(`[data-toggle="${goTo}"]`);
    if (row) {
      row.focus();
      row.scrollIntoView({ block: 'nearest' });
      setGoTo(null);
    }
  }, [goTo, names]);

  const close = (name: string) => (next?: string) => {
    setForms(({ [name]: _, ...others }) => others);
    setGoTo(next ?? name);
  };
  const move = async (name: string, to: number) => setFailure((await onMove?.(name, to)) ?? null);
  return (
    <div>
      {failure && (
        <div className="p-4">
          <SaveFailureNote failure={failure} />
        </div>
      )}
      <ul ref={list} className="divide-y divide-line">
        {items.map((item, index) => {
          const isOpen = forms[item.name] === 'open';
          return (
            <li key={item.name} className={classNames(isOpen && 'bg-sunken/40')}>
              <div className="flex items-start gap-3 px-4 py-2.5">
                <div className="min-w-0 grow">
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span className="font-medium">{item.title}</span>
                    {item.badges}
                  </p>
                  {item.summary && <div className="text-soft">{item.summary}</div>}
                  <FindingLines findings={item.findings ?? []} />
                </div>
                <div className="flex shrink-0 gap-1">
                  {mayEdit && onMove && (
                    <>
                      <Button
                        size="sm"
                        aria-label={t('moveUp', { name: item.title })}
                        disabled={index === 0}
                        onClick={() => void move(item.name, index - 1)}
                      >
                        ↑
                      </Button>
                      <Button
                        size="sm"
                        aria-label={t('moveDown', { name: item.title })}
                        disabled={index === items.length - 1}
                        onClick={() => void move(item.name, index + 1)}
                      >
                        ↓
                      </Button>
                    </>
                  )}
                  <Button
                    size="sm"
                    data-toggle={item.name}
                    aria-expanded={isOpen}
                    aria-label={t(isOpen ? 'foldOf' : mayEdit ? 'editOf' : 'showOf', {
                      name: item.title,
                    })}
                    onClick={() => setForms({ ...forms, [item.name]: isOpen ? 'folded' : 'open' })}
                  >
                    {isOpen ? t('fold') : mayEdit ? (editLabel ?? t('edit')) : t('show')}
                  </Button>
                </div>
              </div>
              {item.name in forms && (
                <div hidden={!isOpen} className="border-t border-line px-4 py-4">
                  {renderForm(item.name, close(item.name))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {items.length === 0 && !isAdding && emptyText && (
        <p className="px-4 py-4 text-faint">{emptyText}</p>
      )}
      {mayEdit && addLabel && (
        <div className="border-t border-line px-4 py-3">
          {isAdding ? (
            <section aria-label={addLabel}>
              <h3 className="mb-3 font-semibold">{addLabel}</h3>
              {renderForm(null, (next) => {
                setAdding(false);
                setGoTo(next ?? ADD);
              })}
            </section>
          ) : (
            <Button ref={add} onClick={() => setAdding(true)}>
              {addLabel}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
