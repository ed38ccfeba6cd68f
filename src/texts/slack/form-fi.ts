/** Finnish texts of the form that updates a light. */
export const formFi = {
  title: 'Päivitä valo',
  submit: 'Tallenna',
  cancel: 'Peruuta',
  close: 'Sulje',
  open: 'Avaa lomake',
  standing: 'Nyt voimassa: {light}',
  light: 'Valo',
  comment: 'Mitä on tapahtunut?',
  commentHint: 'Punainen valo tarvitsee perustelun.',
  next: 'Mitä tapahtuu seuraavaksi?',
  expected: 'Milloin valmista odotetaan?',
  expectedHint: 'Aiemmin annettu päivä {date} on jo mennyt.',
  chooseDay: 'Valitse päivä',
  confidence: 'Kuinka varma olet, että tavoitteeseen päästään?',
  confidenceChoose: 'Valitse 1–5',
  confidenceLevels: {
    1: '1 – hyvin epävarma',
    2: '2 – epävarma',
    3: '3 – en osaa sanoa',
    4: '4 – varma',
    5: '5 – hyvin varma',
  },
  blockers: 'Mikä on esteenä?',
  redNeedsReason: 'Kerro lyhyesti, miksi valo on punainen.',
  pastDay: 'Päivä on jo mennyt. Valitse tuleva päivä tai tyhjennä kenttä.',
  chooseLight: 'Valitse valo.',
  overtaken:
    'Valo päivitettiin, kun lomakkeesi oli auki. Omaa versiotasi ei ole tallennettu. Vertaa versioita ja tallenna, jos haluat oman versiosi voimaan.',
  theirs: 'Nyt voimassa oleva versio',
  yours: 'Oma versiosi, jota ei ole tallennettu',
  taken: 'Valo on kumottu sillä välin. Valoa ei ole nyt asetettu.',
  notOpened: 'Lomake ei ehtinyt avautua. Avaa se painikkeesta:',
};

export type FormTexts = typeof formFi;
