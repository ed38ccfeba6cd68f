import type { FormTexts } from './form-fi.ts';

/** British English texts of the form that updates a light. */
export const formEn: FormTexts = {
  title: 'Update the light',
  submit: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  open: 'Open the form',
  standing: 'Standing now: {light}',
  light: 'Light',
  comment: 'What has happened?',
  commentHint: 'A red light needs a reason.',
  next: 'What happens next?',
  expected: 'When is it expected to be done?',
  expectedHint: 'The date given earlier, {date}, has passed.',
  chooseDay: 'Choose a date',
  confidence: 'How sure are you that the goal will be reached?',
  confidenceChoose: 'Choose 1–5',
  confidenceLevels: {
    1: '1 – very unsure',
    2: '2 – unsure',
    3: '3 – hard to say',
    4: '4 – sure',
    5: '5 – very sure',
  },
  blockers: 'What stands in the way?',
  redNeedsReason: 'Say briefly why the light is red.',
  pastDay: 'The date has passed. Choose a coming date or clear the field.',
  chooseLight: 'Choose a light.',
  overtaken:
    'The light was updated while your form was open. Your version has not been saved. Compare the two, and save if you want yours to stand.',
  theirs: 'The version that stands now',
  yours: 'Your version, not saved yet',
  taken: 'The light has been undone meanwhile. No light is set now.',
  notOpened: 'The form did not open in time. Open it with the button:',
};
