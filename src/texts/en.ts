import { digestEn } from './digest/en.ts';
import { lightsEn } from './lights/en.ts';
import { playgroundEn } from './playground/en.ts';
import { feedbackEn } from './slack/feedback-en.ts';
import { filesEn } from './slack/files-en.ts';
import { formEn } from './slack/form-en.ts';
import { homeEn } from './slack/home-en.ts';
import { nudgeEn } from './slack/nudge-en.ts';
import { modelEn } from './slack/model-en.ts';
import { slackEn } from './slack/en.ts';
import type { Texts } from './fi.ts';

export const en: Texts = {
  lights: lightsEn,
  slack: slackEn,
  form: formEn,
  home: homeEn,
  nudge: nudgeEn,
  feedback: feedbackEn,
  files: filesEn,
  digest: digestEn,
  model: modelEn,
  playground: playgroundEn,
};
