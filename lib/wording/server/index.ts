import 'server-only';

export {
  type AcknowledgementRow,
  acknowledgementInput,
  decideAcknowledgement,
  listAcknowledgements,
  proposeAcknowledgement,
  revokeAcknowledgement,
} from './acknowledgements';
export { changeCopyLimits, copyLimitsInput, loadCopyLimits, readCopyLimits } from './limits';
export {
  addWord,
  type ListedWordRow,
  listWords,
  loadListedWords,
  removeWord,
  wordInput,
} from './words';
