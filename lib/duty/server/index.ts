import 'server-only';

export { createFeed, readFeed, revokeFeed } from './feeds';
export { loadMonth, type RosterDay } from './month';
export { gapsBetween, listShifts, onDutyAt } from './on-duty';
export { previewRotation, type RotationPreview, rotationAsk } from './planning';
export { publishRoster, reviewRoster } from './publishing';
export {
  createRoster,
  draftShifts,
  enterCover,
  listRosters,
  markGap,
  recordLeave,
} from './rosters';
export { loadLeaves, loadRows, type RosterRow } from './rows';
export { loadSwapDesk, type SwapDesk } from './swap-desk';
export { answerSwap, askForSwap, decideSwap } from './swaps';
