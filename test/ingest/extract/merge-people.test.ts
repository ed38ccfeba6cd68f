import { describe, expect, it } from 'vitest';
import { mergePeople } from '../../../src/ingest/extract/merge-people.ts';
import { articleSource, peopleOf } from './support.ts';

const older = articleSource('fi', { id: 'older', published: '2024-01-10', municipality: 'Kotka' });
const newer = articleSource('sv', { id: 'newer', published: '2025-06-01', municipality: 'Kotka' });
const elsewhere = articleSource('fi', { id: 'elsewhere', published: '2025-06-01', municipality: 'Hamina' });

describe('records of one person', () => {
  it('are joined, the newer document first and every title kept', () => {
    const people = [
      ...peopleOf('fi', 'Rehtori Sari Mäkelä puhui.', older),
      ...peopleOf('sv', 'Rektor Sari Mäkelä talade.', newer),
    ];
    const [person, ...others] = mergePeople(people, [older, newer]);
    expect(others).toEqual([]);
    expect(person?.titles).toEqual({ fi: ['rehtori'], sv: ['rektor'], en: [] });
    expect(person?.facts.map(({ evidence }) => evidence.source)).toEqual(['newer', 'older']);
  });

  it('tell a post in a former municipality as earlier work', () => {
    const people = [
      ...peopleOf('fi', 'Rehtori Sari Mäkelä puhui.', older),
      ...peopleOf('fi', 'Hallintojohtaja Sari Mäkelä puhui.', elsewhere),
    ];
    const [person] = mergePeople(people, [older, elsewhere]);
    expect([person?.municipality, person?.titles.fi]).toEqual(['Hamina', ['hallintojohtaja']]);
    expect(person?.facts.map(({ attribute }) => attribute)).toEqual(['post', 'previous']);
  });
});

describe('a newer appointment to a post that one person holds at a time', () => {
  const later = articleSource('fi', { id: 'later', published: '2025-06-01', municipality: 'Kotka' });
  const holders = (first: string, second: string) =>
    mergePeople([...peopleOf('fi', first, older), ...peopleOf('fi', second, later)], [older, later]).map(
      ({ name, titles }) => `${name}: ${titles.fi.join()}`,
    );

  it('makes the older holder’s post earlier work', () => {
    expect(holders('Kaupunginjohtaja Eero Aho puhui.', 'Kaupunginjohtajaksi on valittu Sari Mäkelä.')).toEqual([
      'Sari Mäkelä: kaupunginjohtaja',
      'Eero Aho: ',
    ]);
  });

  it('leaves posts that many people hold', () => {
    expect(holders('Projektipäällikkö Eero Aho puhui.', 'Projektipäälliköksi on valittu Sari Mäkelä.')).toEqual([
      'Sari Mäkelä: projektipäällikkö',
      'Eero Aho: projektipäällikkö',
    ]);
  });
});
