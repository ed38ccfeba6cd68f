import { describe, expect, it, test } from 'vitest';
import { contactBlock, isBareDetail } from '../../src/answer/contact-lines.ts';
import { articlePassages } from '../../src/ingest/article.ts';
import { articleSource } from '../ingest/extract/support.ts';

const passages = articlePassages(
  `Neuvonta laajenee

Neuvontaa saa joka päivä.

Lisätietoja

Monikielinen neuvonta
puh. 044 000 1234
neuvonta@kunta.example

Päällikkö
Aino Saari
aino.saari(at)kunta.example`,
  articleSource('fi', { title: 'Neuvonta laajenee' }),
).map((passage) => ({ ...passage, id: String(passage.ordinal), translations: {} }));

const line = (text: string) => passages.filter((passage) => passage.text === text);

test.each(['puh. 044 000 1234', 'neuvonta@kunta.example', 'aino.saari(at)kunta.example'])(
  '"%s" leaves whose it is to the line above',
  (text) => {
    expect(line(text).map(isBareDetail)).toEqual([true]);
  },
);

describe('a number', () => {
  it('stands with the line that says whose it is and with what else is theirs', () => {
    const [phone] = line('puh. 044 000 1234');
    expect(phone && contactBlock(phone, passages).map(({ text }) => text)).toEqual([
      'Monikielinen neuvonta',
      'puh. 044 000 1234',
      'neuvonta@kunta.example',
    ]);
  });
});
