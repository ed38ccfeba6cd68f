import { lightsEn } from './lights/en.ts';
import { playgroundEn } from './playground/en.ts';
import { slackEn } from './slack/en.ts';
import type { Texts } from './fi.ts';

export const en: Texts = { lights: lightsEn, slack: slackEn, playground: playgroundEn };
