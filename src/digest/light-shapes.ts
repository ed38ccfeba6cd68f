import { type Light, lights } from '../domain/light.ts';

/** Fill colours of the lights, each over 3:1 against the panel but yellow, which has an outline. */
const fills: Readonly<Record<Light, string>> = {
  green: '#16803c',
  yellow: '#f7c325',
  red: '#c8232c',
  grey: '#7b8794',
};
const ink = '#1d2430';
const faint = '#b3bcc6';

/** One light in a circle of radius `r` about a point, as SVG that refers to `lightDefs`. */
export function lightShape(light: Light | null, x: number, y: number, r: number): string {
  return `<use href="#${light ?? 'none'}" transform="translate(${round(x)} ${round(y)}) scale(${round(r)})"/>`;
}

const ring = `<circle r="0.55" fill="none" stroke="${faint}" stroke-width="0.18"/>`;

/** In a circle of radius 1. */
const shapes: Readonly<Record<Light, string>> = {
  green: `<circle r="1" fill="${fills.green}"/>${stroke('M-0.46 0.04 L-0.12 0.4 L0.48 -0.34', '#fff')}`,
  yellow:
    `<rect x="-0.79" y="-0.79" width="1.58" height="1.58" rx="0.2" transform="rotate(45)" fill="${fills.yellow}" stroke="${ink}" stroke-width="0.12"/>` +
    `${stroke('M0 -0.55 L0 0.12', ink)}<circle cy="0.5" r="0.15" fill="${ink}"/>`,
  red: `<rect x="-0.92" y="-0.92" width="1.84" height="1.84" rx="0.22" fill="${fills.red}"/>${stroke('M-0.4 -0.4 L0.4 0.4 M0.4 -0.4 L-0.4 0.4', '#fff')}`,
  grey: `<circle r="1" fill="${fills.grey}"/>${stroke('M-0.45 0 L0.45 0', '#fff')}`,
};

/**
 * The lights, each drawn once. Each has a shape and a symbol of its own, so that it reads without its colour: a disc with a
 * tick, a diamond with an exclamation mark, a square with a cross, a disc with a dash. No light is an empty ring.
 */
export function lightDefs(): string {
  const all = [...lights.map((light) => [light, shapes[light]] as const), ['none', ring] as const];
  return `<defs>\n${all.map(([id, shape]) => `<g id="${id}">${shape}</g>`).join('\n')}\n</defs>`;
}

function stroke(path: string, colour: string): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="0.26" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Two decimals: enough at any size, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
