import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = (name: string) => join(import.meta.dirname, '../../scripts', name);

test.each(['model-server.ts', 'bench-store.ts', 'bench-vectors.ts'])(
  '%s --help says what it does and how to run it',
  async (name) => {
    const { stdout, stderr } = await run(process.execPath, [script(name), '--help']);
    expect(stdout).toMatch(/^[A-Z]/u);
    expect(stdout).toContain('npm run');
    expect(stderr).toBe('');
  },
);

test('a wrong option is named, without a stack trace', async () => {
  await expect(run(process.execPath, [script('model-server.ts'), '--prot', '1'])).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: "Unknown option '--prot'. --help shows what there is.\n",
  });
});
