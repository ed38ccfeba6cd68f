import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts files into `review` in the data folder, each whole; resolves with their paths in the order given. */
export async function writeReview(
  dataDir: string,
  files: readonly { name: string; content: string }[],
): Promise<string[]> {
  const folder = join(dataDir, 'review');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return Promise.all(
    files.map(async ({ name, content }) => {
      const path = join(folder, name);
      const unfinished = `${path}.${process.pid}.tmp`;
      await writeFile(unfinished, content, { mode: 0o600 });
      await rename(unfinished, path);
      return path;
    }),
  );
}
