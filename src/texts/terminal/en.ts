import type { TerminalTexts } from './fi.ts';

/** British English texts of the terminal commands. */
export const terminalEn: TerminalTexts = {
  help: {
    ask: [
      'Asks the documents a question.',
      '',
      '  npm run -s ask -- "who is responsible for the spouse programme?"',
      '  npm run -s ask -- --json "IHH?"',
      '  npm run -s ask -- --batch < questions.jsonl',
      '',
      '  --json    prints the answer as one line of JSON',
      '  --batch   reads lines {"id": …, "question": …} and prints a line of JSON for each, in the same order',
      '  --help    this help',
      '',
      'Exit code: 0 an answer was printed (also when nothing was found), 1 the answer or one of the lines failed, 2 wrong usage.',
    ],
    lv: [
      'The traffic lights, in the same store as in Slack. Works while Valo is not running elsewhere.',
      '',
      '  npm run -s lv -- --as U012AB3CD set goal5 green',
      '  npm run -s lv -- --as U012AB3CD list red',
      '',
      '  --as ID        the user’s id in Slack (required)',
      '  --channel ID   the channel whose settings apply',
      '  --json         prints one line of JSON: what happened, and how it is told',
      '  --help         this help; for the commands: npm run -s lv -- --as U1 help',
      '',
      'Where a word of the comment begins with a dash, write -- after the options, for example: --as U1 -- set 5 red -10 %',
      'Exit code: 0 the command was carried out, 1 it was not, 2 wrong usage.',
    ],
    knowledge: [
      'Prints everything Valo knows as JSON: programmes, people, organisations, events and sources.',
      '',
      '  npm run -s knowledge',
      '',
      'Exit code: 0 printed, 1 the knowledge could not be read, 2 wrong usage.',
    ],
    commands: ['Commands: ask, lv, knowledge. For help, add --help after the command'],
  },
  noQuestion: 'The question is missing.',
  noUser: 'The user is missing: --as and an id from Slack, such as --as U012AB3CD',
  badUser: '{id} is not a user id of Slack, such as U012AB3CD.',
  badChannel: '{id} is not a channel id of Slack, such as C012AB3CD.',
  badLine: 'Line {line} is not a JSON object with a "question".',
};
