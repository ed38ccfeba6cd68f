import { z } from 'zod';

/** The four lights, from best to not begun. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const;
export const lightSchema = z.enum(lights);
export type Light = z.infer<typeof lightSchema>;

/** Always shown with its word, never alone. */
export const lightEmoji: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴', grey: '⚪' };

/** A goal or measure that can carry a light: the programme's id and the goal's or measure's id within it. */
export const targetSchema = z.object({ programme: z.string().min(1), id: z.string().min(1) });
export type Target = z.infer<typeof targetSchema>;

/** The target as one string: "helsinki:4.3". */
export function targetKey(target: Target): string {
  return `${target.programme}:${target.id}`;
}

/** The goal that a target belongs to: itself for a goal, "4" for "4.3". */
export function goalOf(target: Target): Target {
  return { programme: target.programme, id: target.id.split('.')[0] ?? target.id };
}
