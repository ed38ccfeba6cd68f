import { type Light, worstFirst } from '../domain/light.ts';

/** Where a light stands in a list that is worst first: red, yellow, grey, green, then no light. */
export function rankOfLight(light: Light | null): number {
  return light === null ? worstFirst.length : worstFirst.indexOf(light);
}
