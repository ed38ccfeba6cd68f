import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores share starting processes and a real disk; no test measures time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
