/** Finnish texts of the weekly reminder, and of the note that a digest is paused. */
export const nudgeFi = {
  title: {
    one: '{count} kohde odottaa päivitystäsi',
    other: '{count} kohdetta odottaa päivitystäsi',
  },
  intro: 'Yksi painallus riittää. Mitä kerrot nyt, on mukana seuraavassa viikkokoosteessa.',
  reason: {
    noLight: 'Valoa ei ole vielä asetettu.',
    stale: 'Päivitetty {date}, yli 28 päivää sitten.',
    red: 'Valo on punainen, eikä tällä viikolla ole vielä kerrottu, missä mennään.',
    timetable: 'Asiakirjan mukainen aikataulu päättyy {date}.',
    expected: 'Valmista odotetaan {date}.',
    expectedPassed: 'Valmista odotettiin {date}.',
  },
  insteadOf: 'Sijaistat: {user}',
  same: 'Ei muutosta: {light}',
  red: '{light} …',
  more: 'Kerro lisää',
  notMine: 'Ei enää minun',
  sure: {
    title: 'Luovutko vastuusta?',
    text: 'Et ole enää kohteen vastuuhenkilö: {target}. Ylläpitäjät näkevät muutoksen historiasta. Voit perua kahden viikon ajan.',
    confirm: 'Luovun vastuusta',
    deny: 'Peruuta',
  },
  takeBack: 'Otan vastuun takaisin',
  rest: 'Näytä loput ({count})',
  restTitle: 'Loput kohteesi',
  nothingWaits: 'Sinulta ei odoteta enää päivityksiä. Kiitos!',
  snooze: 'Ei muistutusta ensi perjantaina',
  snoozed: 'Valo muistuttaa sinua seuraavan kerran vasta {date} jälkeen.',
  unsnooze: 'Muistuta sittenkin',
  unsnoozed: 'Valo muistuttaa sinua taas perjantaisin, kun jokin kohde odottaa päivitystäsi.',
  paused: {
    archived: 'Viikkokooste on keskeytetty: kanava {channel} on arkistoitu.',
    removed: 'Viikkokooste on keskeytetty: Valo ei ole enää kanavalla {channel}.',
    restricted: 'Viikkokooste on keskeytetty: Valo ei saa kirjoittaa kanavalle {channel}.',
  },
  resume: 'Kun Valo voi taas kirjoittaa kanavalle, ota kooste uudelleen käyttöön siellä:',
};

export type NudgeTexts = typeof nudgeFi;
