import 'server-only';

export { type CoverRow, endCover, enterCover, listCovers } from './covers';
export { createFeed, type FeedRow, listFeeds, readFeed, renewFeed, revokeFeed } from './feeds';
export { type IntendedGap, listMarkedGaps, markGap, unmarkGap } from './intended-gaps';
export { cancelLeave, type LeaveRow, listLeaves, recordLeave } from './leaves';
export { gapsBetween, listShifts, onDutyAt } from './on-duty';
export {
  type Candidate,
  listCandidates,
  PATTERNS,
  previewRotation,
  type RotationPreview,
  rotationAsk,
} from './planning';
export { publishRoster, reviewRoster } from './publishing';
export { createRoster, draftShifts, listRosters, moveRosterUp, renameRoster } from './rosters';
export { loadLeaves, loadRows, type RosterRow } from './rows';
export { addShifts, editShift, findShift, hasBegun, listRosterRows, removeShift } from './shifts';
export {
  loadSwapDesk,
  type OpenSwap,
  type OwnTurn,
  recentSwapsWaiting,
  type SwapDesk,
} from './swap-desk';
export { answerSwap, askForSwap, decideSwap, withdrawSwap } from './swaps';
export { loadRoster } from './view';
