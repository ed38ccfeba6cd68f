import type { VectorsTexts } from './vectors-fi.ts';

/** Swedish words about search vectors, as in Finland. */
export const vectorsSv: VectorsTexts = {
  progress: (done, total) => `Sökvektorer: ${done}/${total}.`,
  complete: ({ texts, reused, made, skipped }) =>
    `Sökvektorerna är klara: ${texts} texter, varav oförändrade ${reused}, nya ${made}, avvisade av modellen ${skipped}.`,
  rebuilt: 'Modellen eller vektorernas längd har ändrats, så alla sökvektorer gjordes på nytt.',
  stopped: (problem, done, texts) =>
    `Sökvektorerna blev inte klara (${problem}): ${done}/${texts} är gjorda. De sparas; fortsätt genom att ge samma kommando igen.`,
  missing: (count) => `${count} texter saknar ännu sökvektor; npm run ingest gör dem.`,
  worksAgain: 'svarar igen.',
  wordsAlone: (problem) => `${problem}; frågor besvaras enbart utgående från sina ord tills modellen svarar igen.`,
  problems: {
    unauthorized: 'servern godkänner inte nyckeln; kontrollera OPENAI_API_KEY',
    notFound:
      'servern har inte den här modellen eller adressen; kontrollera OPENAI_EMBEDDING_MODEL och OPENAI_BASE_URL',
    badRequest: 'servern avvisade texterna',
    rateLimited: 'serverns gräns för förfrågningar nåddes; försök igen senare',
    serverError: 'det är fel på servern',
    timeout: 'servern svarade inte i tid',
    unreachable: 'servern kan inte nås; kontrollera OPENAI_BASE_URL och nätet',
    shape: 'serverns svar är inte giltiga vektorer',
    otherDimensions: 'vektorerna har en annan längd än förut; kör npm run ingest',
    aborted: 'avbröts',
  },
};
