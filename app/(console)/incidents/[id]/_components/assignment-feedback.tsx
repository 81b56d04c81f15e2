import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DefinitionList } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { PointFinding } from '@/lib/incident/keys';
import type { AssignmentRow, PointAnswer } from '@/lib/incident/model';
import type { Making } from './sheet-initial';

const TONES: Record<PointFinding, Tone> = {
  true: 'blue',
  partly_true: 'blue',
  untrue: 'neutral',
  unverifiable: 'amber',
};

interface Props {
  page: Making;
  one: AssignmentRow;
}

/** What a unit fed back, point by point, with the principal's signature or what waits for it. */
export function AssignmentFeedback({ page, one }: Props) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf } = page;
  const isUnsigned = one.state === 'to_sign';
  const at = isUnsigned ? one.writtenAt : one.fedBackAt;
  if (!at) return null;
  const name = nameOf(one.fedBackBy);
  return (
    <details open={isUnsigned || one.state === 'fed_back'} className="mt-2">
      <summary className="text-xs text-accent hover:underline">
        {isUnsigned ? t('writtenBy', { name }) : t('feedbackBy', { name })}{' '}
        <Time at={at} now={view.now} />
      </summary>
      <div className="mt-2 space-y-3 rounded-md bg-sunken p-3">
        {one.answers && one.answers.length > 0 && (
          <ol className="space-y-2">
            {one.answers.map((answer) => (
              <PointLine key={answer.point} page={page} one={one} answer={answer} />
            ))}
          </ol>
        )}
        <DefinitionList
          items={[
            { term: commands('fieldOf.feedBack.course'), value: one.course },
            { term: commands('field.cause'), value: one.cause },
            { term: commands('field.measuresTaken'), value: one.measuresTaken },
            { term: commands('field.proposedAnswer'), value: one.proposedAnswer },
            {
              term: commands('field.signedByPrincipal'),
              value: <Signature page={page} one={one} />,
            },
          ]}
        />
      </div>
    </details>
  );
}

function PointLine({ page, one, answer }: Props & { answer: PointAnswer }) {
  const { words, view } = page;
  const files = view.state.evidence.filter(({ id }) => answer.evidenceIds.includes(id));
  return (
    <li className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
        <span className="break-words">{`${answer.point + 1}. ${one.points?.[answer.point] ?? ''}`}</span>
        <Badge tone={TONES[answer.finding]}>{words.option('pointFinding', answer.finding)}</Badge>
      </p>
      <p className="break-words">{answer.said}</p>
      {files.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-xs">
          {files.map(({ id, fileName, sha256 }) => (
            <a key={id} href="#evidence" className="break-all text-accent hover:underline">
              {fileName ?? sha256.slice(0, 8)}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

function Signature({ page, one }: Props) {
  const t = useTranslations('incident');
  const { nameOf, view } = page;
  const name = one.signedByPrincipal ?? '';
  if (one.state === 'to_sign') {
    const names = (one.signerIds ?? []).map(nameOf).join(page.locale === 'en' ? ', ' : '、');
    return <span className="text-amber">{t('waitsForSignature', { names })}</span>;
  }
  if (one.signedBy && one.signedAt) {
    return (
      <>
        {t('signedHere', { name: nameOf(one.signedBy) })} <Time at={one.signedAt} now={view.now} />
      </>
    );
  }
  const scan = view.state.evidence.find(({ id }) => id === one.signatureEvidenceId);
  return scan ? (
    <a href="#evidence" className="text-accent hover:underline">
      {t('signedOnPaper', { name })}
    </a>
  ) : (
    name
  );
}
