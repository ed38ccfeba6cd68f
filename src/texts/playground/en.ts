import type { PlaygroundTexts } from './fi.ts';

/** British English texts of the terminal playground. */
export const playgroundEn: PlaygroundTexts = {
  welcome: 'Valo’s playground. The same app as in Slack, but in this window. Nothing leaves this computer.',
  hint: 'Write a question or a command, for example: who is responsible for the spouse programme?',
  help: [
    'question            a direct message to Valo',
    '@valo question      a mention in the channel #tyollisyys',
    '> text              a follow-up in the thread last shown, without a mention',
    '/lv set goal5 green a traffic light command; /lv help shows them all',
    '1, 2, 3 …           presses the numbered button',
    '/home               opens Valo’s home tab',
    'a=green, /send      fills in a field, sends the form; /cancel closes it',
    '/as owner           change user: owner, admin or guest',
    '/help, /quit        this help, leave',
  ],
  roles: {
    owner: 'owner of goals 4 and 5',
    admin: 'admin',
    guest: 'guest without rights',
  },
  nowAs: 'You are now {name} ({role}).',
  whoElse: 'Users: {people}. To change: /as owner',
  unknownUser: 'There is no user {word}. Choose owner, admin or guest.',
  noButton: 'There is no button {number}.',
  noThread: 'There is no thread yet. Start one like this: @valo question',
  unknownCommand: 'There is no command {word}. Help: /help',
  place: {
    direct: 'Valo, direct message',
    channel: 'Valo, channel #{channel}',
    onlyYou: 'Valo, to you only',
    home: 'Valo’s home tab',
    form: 'Form: {title}',
  },
  notFilled: 'No form is open, or it has no field {word}.',
  form: 'Fill in a field like this: a=green. Send: /send. Close: /cancel.',
  choices: 'choices: {choices}',
  formClosed: 'The form is closed.',
  file: 'You got the file {name}, {count} lines.',
  failed: 'Slack got no answer. Try again.',
  bye: 'Goodbye.',
};
