import { digestFi } from './digest/fi.ts';
import { lightsFi } from './lights/fi.ts';
import { playgroundFi } from './playground/fi.ts';
import { feedbackFi } from './slack/feedback-fi.ts';
import { filesFi } from './slack/files-fi.ts';
import { formFi } from './slack/form-fi.ts';
import { homeFi } from './slack/home-fi.ts';
import { nudgeFi } from './slack/nudge-fi.ts';
import { modelFi } from './slack/model-fi.ts';
import { slackFi } from './slack/fi.ts';

export const fi = {
  lights: lightsFi,
  slack: slackFi,
  form: formFi,
  home: homeFi,
  nudge: nudgeFi,
  feedback: feedbackFi,
  files: filesFi,
  digest: digestFi,
  model: modelFi,
  playground: playgroundFi,
};

/** Every text for Slack and the terminal; the other languages must have the same. */
export type Texts = typeof fi;
