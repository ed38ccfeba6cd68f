import { describe, expect, test } from 'vitest';
import { createPeopleIndex, isNameForm } from '../../src/answer/people-index.ts';
import type { Person } from '../../src/domain/people.ts';
import { analyse } from '../../src/retrieval/analysis.ts';

describe('a form of a name', () => {
  test.each([
    ['sorjonen', ['sorjonen', 'sorjosen', 'sorjosella', 'sorjoselle', 'sorjosesta', 'sorjosta', 'sorjonens']],
    ['gassen', ['gassen', 'gassenin', 'gassens', 'gassenille', 'gassenilla', 'gassenista']],
    ['haapalehto', ['haapalehto', 'haapalehdon', 'haapalehdolla', 'haapalehtoa', 'haapalehtos']],
    ['flinkkilä', ['flinkkilä', 'flinkkilän', 'flinkkilää', 'flinkkilällä', 'flinkkilästä', 'flinkkiläs']],
    ['silfver', ['silfver', 'silfverin', 'silfvers', 'silfverille']],
    ['pihlaja', ['pihlaja', 'pihlajan', 'pihlajaa', 'pihlajalla', 'pihlajas']],
    ['vaasa', ['vaasa', 'vaasan', 'vaasassa', 'vaasasta', 'vaasaan']],
    ['espoo', ['espoo', 'espoon', 'espoossa', 'espoosta']],
  ])('of %s is each of %s', (name, forms) => {
    expect(forms.filter((form) => !isNameForm(form, name))).toEqual([]);
  });

  test.each([
    ['sorjonen', ['sorja', 'sorjonkatu', 'sorjanen', 'sormus']],
    ['gassen', ['gas', 'gassi', 'gassensorin', 'kassen']],
    ['haapalehto', ['haapa', 'haapala', 'lehto', 'haapalahti']],
    ['silfver', ['silver', 'silfverberg', 'silfverbergin']],
    ['vaasa', ['vasa', 'vaasalaisista']],
    ['li', ['lin', 'liiton']],
  ])('of %s is none of %s', (name, words) => {
    expect(words.filter((word) => isNameForm(word, name))).toEqual([]);
  });
});

describe('people in a question', () => {
  const person = (id: string, name: string): Person => ({
    id,
    name,
    municipality: 'Helsinki',
    titles: { fi: [], sv: [], en: [] },
    facts: [],
  });
  const find = createPeopleIndex([
    person('gassen', 'Glenn Gassen'),
    person('sorjonen', 'Annukka Sorjonen'),
    person('virtanen-a', 'Anna Virtanen'),
    person('virtanen-b', 'Anna Maria Virta'),
  ]);
  const found = (text: string) => find(analyse(text, 'fi')).map((mention) => [mention.person.id, mention.by]);

  test.each([
    ['Kuka on Gassen?', [['gassen', 'surname']]],
    ['mikä on gassenin koulutus', [['gassen', 'surname']]],
    ['Milloin Annukka Sorjonen aloittaa?', [['sorjonen', 'surname']]],
    [
      'Kumpi aloittaa ensin, Sorjonen vai Gassen?',
      [
        ['gassen', 'surname'],
        ['sorjonen', 'surname'],
      ],
    ],
    ['Milloin Glenn aloittaa?', [['gassen', 'firstName']]],
    ['Mitä Annukan tehtäviin kuuluu?', []],
    ['Kuka on Anna?', []],
    ['Kuka vastaa?', []],
    ['', []],
  ])('"%s": %j', (text, expected) => expect(found(text)).toEqual(expected));

  test('take the first name with them', () => {
    const [mention] = find(analyse('Kuka on Glenn Gassen?', 'fi'));
    expect(mention?.positions.toSorted()).toEqual([2, 3]);
  });
});
