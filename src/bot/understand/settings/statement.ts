import type { Language, Settings } from '../../../loyalty';
import type { Sentence } from '../rule/sentence';

/** One setting of the program: how it is said in each language, beside how it is printed. */
export interface Statement {
  read: (sentence: Sentence, settings: Partial<Settings>) => void;
  /** Null where it is not set. What is printed is read back as the same. */
  print: (settings: Partial<Settings>, lang: Language) => string | null;
}
