import 'server-only';

export { changeCopyLimits, copyLimitsInput, loadCopyLimits, readCopyLimits } from './limits';
export {
  addWord,
  type ListedWordRow,
  listWords,
  loadListedWords,
  removeWord,
  wordInput,
} from './words';
