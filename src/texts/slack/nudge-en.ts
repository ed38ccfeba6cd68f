import type { NudgeTexts } from './nudge-fi.ts';

/** British English texts of the weekly reminder, and of the note that a digest is paused. */
export const nudgeEn: NudgeTexts = {
  title: {
    one: '{count} goal or measure is waiting for your update',
    other: '{count} goals and measures are waiting for your update',
  },
  intro: 'One tap is enough. What you say now will be in the next weekly digest.',
  reason: {
    noLight: 'No light has been set yet.',
    stale: 'Updated {date}, over 28 days ago.',
    red: 'The light is red, and nobody has said this week how it is going.',
    timetable: 'The timetable in the document ends on {date}.',
    expected: 'Expected to be done by {date}.',
    expectedPassed: 'Was expected to be done by {date}.',
  },
  insteadOf: 'You are standing in for: {user}',
  same: 'No change: {light}',
  red: '{light} …',
  more: 'Write more',
  notMine: 'Not mine any more',
  sure: {
    title: 'Give this up?',
    text: 'You will no longer be an owner of: {target}. Admins see the change in the history. You can take it back for two weeks.',
    confirm: 'Give it up',
    deny: 'Cancel',
  },
  takeBack: 'Take it back',
  rest: 'Show the rest ({count})',
  restTitle: 'The rest of your goals and measures',
  nothingWaits: 'No more updates are expected of you. Thank you!',
  snooze: 'No reminder next Friday',
  snoozed: 'Valo will not remind you again until after {date}.',
  unsnooze: 'Remind me after all',
  unsnoozed: 'Valo will remind you on Fridays again when something is waiting for your update.',
  paused: {
    archived: 'The weekly digest is paused: the channel {channel} is archived.',
    removed: 'The weekly digest is paused: Valo is no longer in the channel {channel}.',
    restricted: 'The weekly digest is paused: Valo may not post in the channel {channel}.',
  },
  resume: 'Once Valo can post in the channel again, turn the digest back on there:',
};
