/** Texts whose vector was kept, was made, or could not be made, and all of them. */
export type VectorCounts = { texts: number; reused: number; made: number; skipped: number };

/** Finnish words about search vectors: what a model makes of texts so that they are found by meaning too. */
export const vectorsFi = {
  progress: (done: number, total: number) => `Hakuvektorit: ${done}/${total}.`,
  complete: ({ texts, reused, made, skipped }: VectorCounts) =>
    `Hakuvektorit ovat valmiit: tekstejä ${texts}, joista ennallaan ${reused}, uusia ${made}, mallin hylkäämiä ${skipped}.`,
  rebuilt: 'Malli tai vektorin pituus on vaihtunut, joten kaikki hakuvektorit tehtiin uudelleen.',
  stopped: (problem: string, done: number, texts: number) =>
    `Hakuvektorien teko keskeytyi (${problem}): valmiina ${done}/${texts}. Valmiit säilyvät; jatka antamalla sama komento uudelleen.`,
  missing: (count: number) => `Hakuvektori puuttuu vielä ${count} tekstiltä; ne tekee npm run ingest.`,
  worksAgain: 'vastaa taas.',
  wordsAlone: (problem: string) =>
    `${problem}; kysymyksiin vastataan pelkkien sanojen perusteella, kunnes malli taas vastaa.`,
  problems: {
    unauthorized: 'palvelin ei hyväksy avainta; tarkista OPENAI_API_KEY',
    notFound: 'palvelimella ei ole tätä mallia tai osoitetta; tarkista OPENAI_EMBEDDING_MODEL ja OPENAI_BASE_URL',
    badRequest: 'palvelin hylkäsi tekstit',
    rateLimited: 'palvelimen pyyntöraja tuli täyteen; yritä myöhemmin uudelleen',
    serverError: 'palvelimessa on vika',
    timeout: 'palvelin ei vastannut ajoissa',
    unreachable: 'palvelimeen ei saada yhteyttä; tarkista OPENAI_BASE_URL ja verkko',
    shape: 'palvelimen vastaus ei ole kelvollisia vektoreita',
    otherDimensions: 'vektorit ovat eripituisia kuin ennen; anna npm run ingest',
    aborted: 'keskeytettiin',
  },
};

export type VectorsTexts = typeof vectorsFi;
