/** Finnish texts of the terminal commands. A help text is shown as it stands. */
export const terminalFi = {
  help: {
    ask: [
      'Kysymys asiakirjoille.',
      '',
      '  npm run -s ask -- "kuka vastaa puoliso-ohjelmasta?"',
      '  npm run -s ask -- --json "IHH?"',
      '  npm run -s ask -- --batch < kysymykset.jsonl',
      '',
      '  --json    tulostaa vastauksen yhtenä JSON-rivinä',
      '  --batch   lukee rivejä {"id": …, "question": …} ja tulostaa kullekin JSON-rivin samassa järjestyksessä',
      '  --help    tämä ohje',
      '',
      'Paluukoodi: 0 vastaus tulostettiin (myös silloin, kun tietoa ei löydy), 1 vastausta tai jotakin riviä ei saatu, 2 komento oli väärä.',
    ],
    lv: [
      'Liikennevalot samasta tallennuspaikasta kuin Slackissa. Toimii, kun Valo ei ole muuten käynnissä.',
      '',
      '  npm run -s lv -- --as U012AB3CD set goal5 green',
      '  npm run -s lv -- --as U012AB3CD list red',
      '',
      '  --as ID        käyttäjän tunnus Slackissa (pakollinen)',
      '  --channel ID   kanava, jonka asetukset ovat voimassa',
      '  --json         tulostaa yhden JSON-rivin: mitä tapahtui ja miten se kerrotaan',
      '  --help         tämä ohje; komennot kertoo: npm run -s lv -- --as U1 help',
      '',
      'Jos kommentissa on viivalla alkava sana, kirjoita valitsimien jälkeen --, esimerkiksi: --as U1 -- set 5 red -10 %',
      'Paluukoodi: 0 komento toteutettiin, 1 sitä ei toteutettu, 2 komento oli väärä.',
    ],
    knowledge: [
      'Tulostaa JSON-muodossa kaiken, mitä Valo tietää: ohjelmat, ihmiset, organisaatiot, tapahtumat ja lähteet.',
      '',
      '  npm run -s knowledge',
      '',
      'Paluukoodi: 0 tulostettiin, 1 tietoja ei voitu lukea, 2 komento oli väärä.',
    ],
    commands: ['Komennot: ask, lv, knowledge. Ohje: lisää komennon perään --help'],
  },
  noQuestion: 'Kysymys puuttuu.',
  noUser: 'Käyttäjä puuttuu: --as ja tunnus Slackista, esimerkiksi --as U012AB3CD',
  badUser: 'Tunnus {id} ei ole Slackin käyttäjätunnus, kuten U012AB3CD.',
  badChannel: 'Tunnus {id} ei ole Slackin kanavatunnus, kuten C012AB3CD.',
  badLine: 'Rivi {line} ei ole JSON-olio, jossa on "question".',
};

export type TerminalTexts = typeof terminalFi;
