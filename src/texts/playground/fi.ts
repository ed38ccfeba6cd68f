/** Finnish texts of the terminal playground. */
export const playgroundFi = {
  welcome:
    'Valon kokeiluympäristö. Sama sovellus kuin Slackissa, mutta tässä ikkunassa. Mitään ei lähetetä tietokoneen ulkopuolelle.',
  hint: 'Kirjoita kysymys tai komento, esimerkiksi: kuka vastaa puoliso-ohjelmasta?',
  help: [
    'kysymys             yksityisviesti Valolle',
    '@valo kysymys       maininta kanavalla #tyollisyys',
    '> teksti            jatko viimeksi näkyneeseen ketjuun ilman mainintaa',
    '/lv set goal5 green liikennevalon komento; /lv help näyttää kaikki',
    '1, 2, 3 …           painaa numeroitua painiketta',
    '/home               avaa Valon kotisivun',
    'a=vihreä, /send     täyttää lomakkeen kentän, lähettää lomakkeen; /cancel sulkee sen',
    '/as owner           vaihda käyttäjää: owner, admin tai guest',
    '/help, /quit        tämä ohje, lopetus',
  ],
  roles: {
    owner: 'vastuuhenkilö, tavoitteet 4 ja 5',
    admin: 'ylläpitäjä',
    guest: 'vieras, ei oikeuksia',
  },
  nowAs: 'Olet nyt {name} ({role}).',
  whoElse: 'Käyttäjät: {people}. Vaihda näin: /as admin',
  unknownUser: 'Käyttäjää {word} ei ole. Valitse owner, admin tai guest.',
  noButton: 'Painiketta {number} ei ole.',
  noThread: 'Ketjua ei ole vielä. Aloita se näin: @valo kysymys',
  unknownCommand: 'Komentoa {word} ei ole. Ohje: /help',
  place: {
    direct: 'Valo, yksityisviesti',
    channel: 'Valo, kanava #{channel}',
    onlyYou: 'Valo, vain sinulle',
    home: 'Valon kotisivu',
    form: 'Lomake: {title}',
  },
  notFilled: 'Lomaketta ei ole auki, tai siinä ei ole kenttää {word}.',
  form: 'Täytä kenttä näin: a=vihreä. Lähetä: /send. Sulje: /cancel.',
  choices: 'vaihtoehdot: {choices}',
  formClosed: 'Lomake on suljettu.',
  file: 'Sait tiedoston {name}, {count} riviä.',
  failed: 'Slack ei saanut vastausta. Yritä uudelleen.',
  bye: 'Näkemiin.',
};

export type PlaygroundTexts = typeof playgroundFi;
