import type { SlackTexts } from './fi.ts';

/** British English texts of answers in Slack and of Slack's own surfaces. */
export const slackEn: SlackTexts = {
  ownTranslation: 'Valo’s own translation',
  original: { fi: 'Original, in Finnish', sv: 'Original, in Swedish', en: 'Original, in English' },
  source: '{title} – {publisher}, {date}',
  noDate: 'no date in the document',
  moreDetails: { one: '… and {count} more line', other: '… and {count} more lines' },
  moreQuotes: { one: '… and {count} more quote', other: '… and {count} more quotes' },
  showAll: 'Show everything',
  lightPosted: '{target}, light in Slack: {light}. Set by {who} on {when}.',
  lightNotPosted: '{target}: no light has been posted in Slack yet.',
  askOwner: 'For more, ask {people}.',
  onlyYou: 'Shown to you only, because the answer holds contact details.',
  sentPrivately: 'The answer holds contact details. I sent it to you only.',
  status: {
    searching: 'is searching the documents …',
    writing: 'is writing the answer …',
    checking: 'is checking the quotes …',
  },
  steps: {
    searching: { one: 'Searching {count} document', other: 'Searching {count} documents' },
    writing: 'Writing the answer',
    checking: 'Checking the quotes',
  },
  emptyQuestion:
    'Write a question and I will look for the answer in the documents. For example: who is responsible for the spouse programme?',
  slow: 'Finding an answer took too long, so I stopped. Please try again in a moment.',
  failed:
    'Something went wrong and your request could not be carried out. Try again in a moment. If it goes on, tell the administrator.',
  outdatedButton: 'This button is out of date. Nothing was changed.',
};
