import type { Responsible } from '../domain/programme.ts';

/** Organisation ids named in a stretch of a responsible cell, in reading order. */
export type ResolveBodies = (text: string) => string[];

const undefinedWords =
  /\bei\s+määritelty|\binte\s+(?:definier|fastställ)|\bingen\s+ansvarig|\bnot\s+defined|\bno\s+responsible/iu;
const partnerMarker =
  /(?<!\p{L})(?:yhteistyössä|i samarbete med|tillsammans med|in (?:co-?operation|collaboration) with|together with)(?!\p{L})/iu;

/** Reads a responsible cell: bodies before "yhteistyössä" lead, bodies after it are partners. A body that both leads one part and helps another is in both lists. */
export function parseResponsible(verbatim: string, resolve: ResolveBodies): Responsible {
  if (undefinedWords.test(verbatim)) return { verbatim, leads: [], partners: [], undefined: true };
  const marker = partnerMarker.exec(verbatim);
  const leading = marker ? verbatim.slice(0, marker.index) : verbatim;
  const helping = marker
    ? verbatim.slice(marker.index + marker[0].length).replace(/(?<!\p{L})kanssa(?!\p{L})/giu, ' ')
    : '';
  return { verbatim, leads: resolve(leading), partners: resolve(helping), undefined: false };
}
