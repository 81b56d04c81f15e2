import 'server-only';

export {
  addWord,
  type ListedWordRow,
  listWords,
  loadListedWords,
  removeWord,
  wordInput,
} from './words';
