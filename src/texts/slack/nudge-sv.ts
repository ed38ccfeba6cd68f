import type { NudgeTexts } from './nudge-fi.ts';

/** Swedish texts of the weekly reminder, and of the note that a digest is paused. */
export const nudgeSv: NudgeTexts = {
  title: {
    one: '{count} mål eller åtgärd väntar på din uppdatering',
    other: '{count} mål och åtgärder väntar på din uppdatering',
  },
  intro: 'Det räcker med ett tryck. Det du berättar nu kommer med i nästa veckosammandrag.',
  reason: {
    noLight: 'Inget ljus har satts ännu.',
    stale: 'Uppdaterat {date}, för över 28 dagar sedan.',
    red: 'Ljuset är rött, och den här veckan har ingen ännu berättat hur det går.',
    timetable: 'Tidsplanen i dokumentet går ut {date}.',
    expected: 'Väntas vara klart {date}.',
    expectedPassed: 'Väntades vara klart {date}.',
  },
  insteadOf: 'Du är ersättare för: {user}',
  same: 'Ingen ändring: {light}',
  red: '{light} …',
  more: 'Berätta mer',
  notMine: 'Inte längre mitt',
  sure: {
    title: 'Avstå från ansvaret?',
    text: 'Du är inte längre ansvarig för: {target}. Administratörerna ser ändringen i historiken. Du kan ångra dig i två veckor.',
    confirm: 'Jag avstår',
    deny: 'Avbryt',
  },
  takeBack: 'Jag tar tillbaka ansvaret',
  rest: 'Visa resten ({count})',
  restTitle: 'Resten av dina mål och åtgärder',
  nothingWaits: 'Inga fler uppdateringar väntas av dig. Tack!',
  snooze: 'Ingen påminnelse nästa fredag',
  snoozed: 'Valo påminner dig nästa gång först efter den {date}.',
  unsnooze: 'Påminn mig ändå',
  unsnoozed: 'Valo påminner dig igen på fredagar när något väntar på din uppdatering.',
  paused: {
    archived: 'Veckosammandraget är pausat: kanalen {channel} är arkiverad.',
    removed: 'Veckosammandraget är pausat: Valo är inte längre med i kanalen {channel}.',
    restricted: 'Veckosammandraget är pausat: Valo får inte skriva i kanalen {channel}.',
  },
  resume: 'När Valo åter kan skriva i kanalen tar du sammandraget i bruk på nytt där:',
};
