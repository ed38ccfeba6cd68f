import type { VectorsTexts } from './vectors-fi.ts';

/** British English words about search vectors. */
export const vectorsEn: VectorsTexts = {
  progress: (done, total) => `Search vectors: ${done} of ${total}.`,
  complete: ({ texts, reused, made, skipped }) =>
    `Search vectors are complete: ${texts} texts, of which ${reused} kept, ${made} made, ${skipped} refused by the model.`,
  rebuilt: 'The model or the length of its vectors has changed, so all search vectors were made anew.',
  stopped: (problem, done, texts) =>
    `Search vectors are not complete (${problem}): ${done} of ${texts} are there. They are kept; give the same command again to go on.`,
  missing: (count) => `${count} texts have no search vector yet; npm run ingest makes them.`,
  worksAgain: 'answers again.',
  wordsAlone: (problem) => `${problem}; questions are answered by their words alone until the model answers again.`,
  problems: {
    unauthorized: 'the server does not accept the key; check OPENAI_API_KEY',
    notFound: 'the server has no such model or address; check OPENAI_EMBEDDING_MODEL and OPENAI_BASE_URL',
    badRequest: 'the server refused the texts',
    rateLimited: 'the server’s limit of requests is reached; try again later',
    serverError: 'the server has a fault',
    timeout: 'the server did not answer in time',
    unreachable: 'the server cannot be reached; check OPENAI_BASE_URL and the network',
    shape: 'the server’s answer is no valid vectors',
    otherDimensions: 'the vectors have another length than before; run npm run ingest',
    aborted: 'it was interrupted',
  },
};
