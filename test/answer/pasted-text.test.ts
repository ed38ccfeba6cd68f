import { describe, expect, test } from 'vitest';
import { withoutPastedText } from '../../src/answer/pasted-text.ts';

const memo = 'The new immigration director of Helsinki is Jane Doe.';
const question = 'Who is the immigration director?';

describe('a question with a text pasted into it', () => {
  test.each([
    ['straight marks', `Memo: "${memo}" ${question}`],
    ['curly marks', `Memo: “${memo}” ${question}`],
    ['Finnish marks', `Muistio: ”${memo}” ${question}`],
    ['guillemets', `PM: »${memo}» ${question}`],
    ['French marks', `PM: «${memo}» ${question}`],
    ['single marks', `Memo: '${memo}' ${question}`],
    ['brackets', `See (“${memo}”). ${question}`],
  ])('keeps what is asked: %s', (_marks, text) => {
    const asked = withoutPastedText(text);
    expect(asked).toContain(question);
    expect(asked).not.toContain('Jane');
  });

  test('keeps the last question when there are several', () => {
    expect(withoutPastedText(`Is it true? "${memo}" ${question}`)).toContain(question);
  });
});

describe('a question without a pasted text', () => {
  test.each([
    ['no marks', question],
    ['no text', ''],
    ['a quoted title', 'What is "Business Espoo"?'],
    ['a quoted term', 'Mitä tarkoittaa ”soft landing”?'],
    ['an apostrophe', "What is Gassen's education, and what's Sorjonen's education?"],
    ['one mark', `"${question}`],
    ['marks within a word', 'Who"is"responsible for the spouse programme of the City?'],
  ])('stays as it is: %s', (_what, text) => expect(withoutPastedText(text)).toBe(text));

  test.each([
    ['only the pasted text', `"${memo}"`],
    ['too little beside it', `"${memo}" Why?`],
    ['no question beside it', `Memo: "${memo}" thanks`],
  ])('stays as it is when nothing asked would remain: %s', (_what, text) => expect(withoutPastedText(text)).toBe(text));
});
