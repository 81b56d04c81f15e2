import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { FORM_COMMANDS, hasForm } from '@/components/incident/forms';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Menu } from '@/components/ui/menu';
import { nextAct } from '@/lib/incident/next-act';
import type { Making } from './sheet-initial';

/** Commands by the stage they belong to, as the menu groups them. */
const MENU: readonly [string, readonly FormCommand[]][] = [
  [
    'early',
    [
      'linkMention',
      'sendReport',
      'acknowledgeReport',
      'reportMatter',
      'countersignMatter',
      'correct',
    ],
  ],
  [
    'grading',
    [
      'setProvisionalGrade',
      'assess',
      'present',
      'decideGrade',
      'regrade',
      'categorise',
      'confirmCategory',
    ],
  ],
  [
    'handling',
    [
      'activate',
      'assign',
      'acceptAssignment',
      'refuseAssignment',
      'feedBack',
      'signFeedback',
      'keepPromise',
      'returnFeedback',
      'settleAssignment',
      'urge',
      'recordMeasure',
      'planMeasure',
      'recordInstruction',
      'answerInstruction',
      'recordConsultation',
      'refer',
      'answerReferral',
      'handOverAccountability',
      'answerAccountability',
    ],
  ],
  [
    'speaking',
    [
      'draftWording',
      'reviseWording',
      'submitWording',
      'withdrawWording',
      'countersignConsent',
      'denyConsent',
      'settleDenial',
      'objectMinutes',
      'reply',
      'recordCallBack',
      'publish',
      'proposeNonPublication',
      'approveNonPublication',
      'recordMediaEnquiry',
      'answerMediaEnquiry',
      'sendCorrectionLetter',
      'recordCorrectionReply',
    ],
  ],
  [
    'guarded',
    [
      'proposePlatformNotice',
      'approvePlatformNotice',
      'refusePlatformNotice',
      'countersignPlatformNotice',
      'recordPlatformNotice',
      'recordNoticeAnswer',
      'proposePosterAction',
      'reviewPosterAction',
      'approvePosterAction',
      'refusePosterAction',
      'recordPosterAction',
    ],
  ],
  ['following', ['recordSample', 'confirmCalm', 'confirmResolved']],
  [
    'reviewing',
    [
      'writeReview',
      'approveReview',
      'addCorrectiveAction',
      'completeCorrectiveAction',
      'close',
      'archive',
      'reopen',
    ],
  ],
  [
    'always',
    [
      'note',
      'extendDeadline',
      'pauseDeadline',
      'resumeDeadline',
      'explainDeadline',
      'movePlan',
      'acknowledgeEscalation',
      'formTaskforce',
      'changeTaskforce',
      'dissolveTaskforce',
      'countersignActing',
      'takeOver',
      'declareInterest',
      'placeHold',
      'liftHold',
      'dismiss',
      'confirmDismissal',
      'refuseDismissal',
    ],
  ],
];

/** Nobody waits for anything any more. */
const ENDED: readonly string[] = ['closed', 'archived', 'dismissed'];

/** These need a text before the eyes; their buttons stand beside it. */
const BESIDE_TEXT: readonly FormCommand[] = [
  'approve',
  'returnWording',
  'recordConsent',
  'recordMinutes',
  'releaseUrgently',
  'approveReview',
  'makeCopy',
  'remarkOnWording',
  'answerRemark',
  'settleRemark',
];

/** One sentence and one button: what this person does next. Everything else is in the menu. */
export function NextStep({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, actor } = page;
  const next = nextAct({
    state: view.state,
    plan: view.plan.plan,
    actor,
    allowed: view.allowed,
    missing: view.missing,
    now: view.now,
  });
  const { deadline, command } = next;
  const hasEnded = ENDED.includes(view.state.incident.stage);
  const offered = FORM_COMMANDS.filter((type) => page.may(type) && !BESIDE_TEXT.includes(type));
  const groups = MENU.map(([group, types]) => ({
    group,
    types: types.filter((type) => offered.includes(type)),
  })).filter(({ types }) => types.length > 0);
  return (
    <section
      aria-label={t('nextStep')}
      className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border px-4 py-3 ${
        command ? 'border-accent bg-accent-pale' : 'border-line bg-paper'
      }`}
    >
      <div className="min-w-0 grow basis-64">
        <p className="text-xs text-faint">
          {t(command ? 'nextStep' : hasEnded ? 'nextStepEnded' : 'nextStepWait')}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-base font-medium">
          <span>{t(`next.${next.key}`)}</span>
          {deadline?.dueAt && (
            <Countdown dueAt={deadline.dueAt} startAt={deadline.startedAt} size="md" />
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full">
        {command === 'approve' && (
          <LinkButton href={`#wording-${next.preset.wordingId}`} className="max-sm:grow">
            {t('seeChanges')}
          </LinkButton>
        )}
        {command && hasForm(command) && (
          <CommandButton
            command={command}
            preset={next.preset}
            variant="primary"
            className="max-sm:grow"
          >
            {commands(`label.${command}`)}
          </CommandButton>
        )}
        {groups.length > 0 && (
          <Menu label={t('otherCommands')} summaryClass={`${buttonClass()} cursor-pointer`}>
            <div className="max-h-[60vh] w-64 overflow-y-auto">
              {groups.map(({ group, types }) => (
                <section
                  key={group}
                  aria-label={t(
                    group === 'grading' && !page.hasLevels ? 'menu.judging' : `menu.${group}`,
                  )}
                >
                  <p className="px-3 pt-2 pb-1 text-xs text-faint">
                    {t(group === 'grading' && !page.hasLevels ? 'menu.judging' : `menu.${group}`)}
                  </p>
                  {types.map((type) => (
                    <CommandButton key={type} command={type} inMenu>
                      {commands(`label.${type}`)}
                    </CommandButton>
                  ))}
                </section>
              ))}
            </div>
          </Menu>
        )}
      </div>
    </section>
  );
}
