import type { HandsLack } from '#core/votes/show-of-hands.ts';
import { chairTexts as texts } from '#renderer/i18n/chairing.ts';
import { list, number } from '#renderer/i18n/format.ts';

/** What is missing in the line of a show of hands, as a sentence; nothing while nothing is typed. */
export const toLackSentence = (lack: HandsLack, options: readonly string[]): string => {
  switch (lack.kind) {
    case 'nothing':
      return '';
    case 'word':
      return texts.lackWord(lack.word);
    case 'side':
      return texts.lackSide(list(lack.numbers.map(number)));
    case 'numbers':
      return texts.lackNumbers();
    case 'twice':
      return texts.lackTwice();
    case 'people':
      return texts.lackPeople(lack.counted, lack.people);
    case 'contradiction':
      return texts.lackContradiction();
    case 'abstention-forbidden':
      return texts.lackAbstention();
    case 'option':
      return texts.lackOption(options[lack.index] ?? '');
  }
};
