import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig, SettingProblem } from './config.ts';

const settingsFile = join(import.meta.dirname, '../.env');

/** The settings of this process: its environment, then the file `.env` beside package.json. Throws a SettingProblem. */
export function readEnvironment(): Config {
  if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
  const result = loadConfig(process.env);
  if (!result.ok) throw new SettingProblem(result.problem);
  return result.config;
}
