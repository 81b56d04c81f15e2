import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { formatBytes } from '@/lib/evidence/size';
import type { UploadTexts } from './upload-texts';
import type { UploadItem } from './use-uploads';

/** One file on its way: name, size, how far it is or what became of it. */
export function UploadLine({
  item,
  texts,
  onCancel,
  onRetry,
}: {
  item: UploadItem;
  texts: UploadTexts;
  onCancel: () => void;
  onRetry: () => void;
}) {
  const { file, state, share, error, canRetry } = item;
  const isOnItsWay = state === 'waiting' || state === 'sending';
  const says = {
    waiting: texts.waiting,
    sending: share < 1 ? `${texts.sending} ${Math.floor(share * 100)}%` : texts.checking,
    done: texts.done,
    duplicate: texts.duplicate,
    failed: error ?? texts.failed,
  }[state];
  return (
    <li className="rounded-md bg-sunken px-3 py-2">
      <div className="flex items-center gap-3">
        <p className="min-w-0 grow truncate" title={file.name}>
          {file.name}
        </p>
        <span className="shrink-0 text-xs text-faint tabular-nums">{formatBytes(file.size)}</span>
        {isOnItsWay && (
          <Button size="sm" variant="quiet" onClick={onCancel}>
            {texts.cancel}
          </Button>
        )}
        {state === 'failed' && canRetry && (
          <Button size="sm" variant="quiet" onClick={onRetry}>
            {texts.retry}
          </Button>
        )}
      </div>
      {state === 'sending' && (
        <progress
          className="mt-1 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          max={1}
          value={share}
          aria-label={file.name}
        />
      )}
      <p
        className={classNames(
          'mt-0.5 text-xs',
          state === 'failed' ? 'text-red' : state === 'done' ? 'text-green' : 'text-faint',
        )}
      >
        {says}
      </p>
    </li>
  );
}
