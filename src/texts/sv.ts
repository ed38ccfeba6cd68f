import { lightsSv } from './lights/sv.ts';
import { playgroundSv } from './playground/sv.ts';
import { slackSv } from './slack/sv.ts';
import type { Texts } from './fi.ts';

export const sv: Texts = { lights: lightsSv, slack: slackSv, playground: playgroundSv };
