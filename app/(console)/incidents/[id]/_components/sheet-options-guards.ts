import type { SheetOption } from '@/components/incident/sheet';
import { URGENT_GROUNDS } from '@/lib/incident/guard-keys';
import type { PlatformNoticeRow, PosterActionRow } from '@/lib/incident/model';
import type { Making } from './sheet-options';

/** Choices among notices to platforms, acts against a poster, and holds. */
export const guardOptions = {
  holdsOpen: ({ view, words, nameOf }: Making): SheetOption[] =>
    view.state.holds
      .filter((one) => !one.liftedAt)
      .map((one) => ({
        value: one.id,
        label: `${words.option('holdKind', one.kind)} · ${nameOf(one.placedBy)}`,
      })),
  noticesApproved: (making: Making) => notices(making, (one) => one.state === 'approved'),
  noticesProposed: (making: Making) => notices(making, (one) => one.state === 'proposed'),
  noticesSent: (making: Making) => notices(making, (one) => one.state === 'sent'),
  noticesToCountersign: (making: Making) =>
    notices(
      making,
      (one) => URGENT_GROUNDS.includes(one.ground) && !!one.approvedBy && !one.countersignedBy,
    ),
  posterActionsApproved: (making: Making) => actions(making, ['approved']),
  posterActionsPending: (making: Making) => actions(making, ['proposed', 'reviewed']),
  posterActionsProposed: (making: Making) => actions(making, ['proposed']),
};

function notices(
  { view, words, nameOf }: Making,
  keep: (one: PlatformNoticeRow) => boolean,
): SheetOption[] {
  return view.state.platformNotices.filter(keep).map((one) => ({
    value: one.id,
    label: [
      words.option('noticeGround', one.ground),
      words.option('platform', one.platform),
      nameOf(one.proposedBy),
    ].join(' · '),
  }));
}

function actions(
  { view, words, nameOf }: Making,
  states: readonly PosterActionRow['state'][],
): SheetOption[] {
  return view.state.posterActions
    .filter((one) => states.includes(one.state))
    .map((one) => ({
      value: one.id,
      label: [
        words.option('posterActionKind', one.kind),
        words.option('posterAuthority', one.authority),
        nameOf(one.proposedBy),
      ].join(' · '),
    }));
}
