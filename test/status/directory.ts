import type { Target } from '../../src/domain/light.ts';
import type { KnownTarget, TargetDirectory } from '../../src/status/targets.ts';

function known(programme: string, id: string, fi: string, sv: string, en: string, aliases: string[] = []): KnownTarget {
  const goal = id.includes('.') ? { programme, id: id.split('.')[0] ?? id } : null;
  return { target: { programme, id }, kind: goal === null ? 'goal' : 'measure', goal, names: { fi, sv, en }, aliases };
}

/** Two programmes as Valo ships them, with the names that tests use. */
export const directory: TargetDirectory = {
  programmes: [
    { id: 'helsinki', prefixes: ['helsinki', 'hki', 'helsingfors'] },
    { id: 'vaasa', prefixes: ['vaasa', 'vasa', 'v'] },
  ],
  targets: [
    known('helsinki', '1', 'Vetovoima', 'Attraktionskraft', 'Attraction'),
    known('helsinki', '2', 'Työperäinen maahanmuutto', 'Arbetskraftsinvandring', 'Work-based immigration'),
    known('helsinki', '3', 'Kansainväliset opiskelijat', 'Internationella studerande', 'International students'),
    known('helsinki', '3.1', 'Opiskelijoiden polut', 'Vägar för studerande', 'Student pathways'),
    known('helsinki', '4', 'Asettautuminen', 'Etablering', 'Settling in'),
    known('helsinki', '4.1', 'Yritysten soft landing', 'Soft landing för företag', 'Soft landing for companies'),
    known('helsinki', '4.2', 'Muuton palvelut', 'Flyttjänster', 'Relocation services'),
    known(
      'helsinki',
      '4.3',
      'Puoliso-ohjelma ja International House',
      'Makaprogrammet och International House',
      'Spouse programme and International House',
    ),
    known('helsinki', '5', 'Osaamisen hyödyntäminen', 'Tillvaratagande av kunnande', 'Use of skills'),
    known('helsinki', '5.1', 'Yritysneuvonta', 'Företagsrådgivning', 'Business advice'),
    known('helsinki', '6', 'Englanninkieliset palvelut', 'Tjänster på engelska', 'Services in English'),
    known('helsinki', '6.2', 'Englanninkielinen viestintä', 'Kommunikation på engelska', 'Communication in English'),
    known('vaasa', 'v1', 'Pitkäaikaistyöttömät', 'Långtidsarbetslösa', 'Long-term unemployed'),
    known('vaasa', 'v2', 'Maahanmuuttajat', 'Invandrare', 'Immigrants'),
    known('vaasa', 'v3', 'Nuoret', 'Unga', 'Young people'),
  ],
};

export const hki = (id: string): Target => ({ programme: 'helsinki', id });
export const vaasa = (id: string): Target => ({ programme: 'vaasa', id });
