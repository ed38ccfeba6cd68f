/** Finnish texts of answers in Slack and of Slack's own surfaces. */
export const slackFi = {
  ownTranslation: 'Valon oma käännös',
  original: { fi: 'Alkuperäinen, suomeksi', sv: 'Alkuperäinen, ruotsiksi', en: 'Alkuperäinen, englanniksi' },
  source: '{title} – {publisher}, {date}',
  noDate: 'asiakirjassa ei ole päiväystä',
  moreDetails: { one: '… ja {count} rivi lisää', other: '… ja {count} riviä lisää' },
  moreQuotes: { one: '… ja {count} lainaus lisää', other: '… ja {count} lainausta lisää' },
  showAll: 'Näytä kaikki',
  lightPosted: '{target}, valo Slackissa: {light}. Asettanut {who} {when}.',
  lightNotPosted: '{target}: valoa ei ole vielä asetettu Slackissa.',
  askOwner: 'Lisätietoja: {people}',
  onlyYou: 'Näkyy vain sinulle, koska vastauksessa on yhteystietoja.',
  sentPrivately: 'Vastauksessa on yhteystietoja. Lähetin sen vain sinulle.',
  /** Stands after Valo's name. */
  status: {
    searching: 'hakee asiakirjoista …',
    writing: 'kirjoittaa vastausta …',
    checking: 'tarkistaa lainauksia …',
  },
  steps: {
    searching: { one: 'Haetaan {count} asiakirjasta', other: 'Haetaan {count} asiakirjasta' },
    writing: 'Kirjoitetaan vastausta',
    checking: 'Tarkistetaan lainaukset',
  },
  emptyQuestion: 'Kirjoita kysymys, niin etsin vastauksen asiakirjoista. Esimerkiksi: kuka vastaa puoliso-ohjelmasta?',
  slow: 'Vastauksen hakeminen kesti liian kauan, joten keskeytin sen. Yritä hetken päästä uudelleen.',
  failed:
    'Jokin meni vikaan, eikä pyyntöäsi voitu toteuttaa. Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro ylläpitäjälle.',
  outdatedButton: 'Tämä painike on vanhentunut. Mitään ei muutettu.',
};

export type SlackTexts = typeof slackFi;
