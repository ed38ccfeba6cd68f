import { digestSv } from './digest/sv.ts';
import { lightsSv } from './lights/sv.ts';
import { playgroundSv } from './playground/sv.ts';
import { feedbackSv } from './slack/feedback-sv.ts';
import { filesSv } from './slack/files-sv.ts';
import { formSv } from './slack/form-sv.ts';
import { homeSv } from './slack/home-sv.ts';
import { nudgeSv } from './slack/nudge-sv.ts';
import { modelSv } from './slack/model-sv.ts';
import { slackSv } from './slack/sv.ts';
import type { Texts } from './fi.ts';

export const sv: Texts = {
  lights: lightsSv,
  slack: slackSv,
  form: formSv,
  home: homeSv,
  nudge: nudgeSv,
  feedback: feedbackSv,
  files: filesSv,
  digest: digestSv,
  model: modelSv,
  playground: playgroundSv,
};
