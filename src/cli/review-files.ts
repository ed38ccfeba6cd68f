import { join } from 'node:path';
import { writeWholeFile } from '../whole-file.ts';

/** Puts files into `review` in the data folder, each whole; resolves with their paths in the order given. */
export async function writeReview(
  dataDir: string,
  files: readonly { name: string; content: string }[],
): Promise<string[]> {
  const folder = join(dataDir, 'review');
  return Promise.all(
    files.map(async ({ name, content }) => {
      const path = join(folder, name);
      await writeWholeFile(path, content);
      return path;
    }),
  );
}
