import { lightsFi } from './lights/fi.ts';
import { playgroundFi } from './playground/fi.ts';
import { slackFi } from './slack/fi.ts';

export const fi = { lights: lightsFi, slack: slackFi, playground: playgroundFi };

/** Every text for Slack and the terminal; the other languages must have the same. */
export type Texts = typeof fi;
