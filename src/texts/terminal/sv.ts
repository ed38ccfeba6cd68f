import type { TerminalTexts } from './fi.ts';

/** Swedish texts of the terminal commands. */
export const terminalSv: TerminalTexts = {
  help: {
    ask: [
      'En fråga till dokumenten.',
      '',
      '  npm run -s ask -- "vem ansvarar för makaprogrammet?"',
      '  npm run -s ask -- --json "IHH?"',
      '  npm run -s ask -- --batch < fragor.jsonl',
      '',
      '  --json    skriver svaret som en JSON-rad',
      '  --batch   läser rader {"id": …, "question": …} och skriver en JSON-rad för var och en i samma ordning',
      '  --help    den här hjälpen',
      '',
      'Returkod: 0 ett svar skrevs (även när uppgiften inte finns), 1 svaret eller någon rad uteblev, 2 kommandot var fel.',
    ],
    lv: [
      'Trafikljusen, med samma data som i Slack. Fungerar när Valo inte är i gång annanstans.',
      '',
      '  npm run -s lv -- --as U012AB3CD set goal5 green',
      '  npm run -s lv -- --as U012AB3CD list red',
      '',
      '  --as ID        användarens id i Slack (obligatoriskt)',
      '  --channel ID   kanalen vars inställningar gäller',
      '  --json         skriver en JSON-rad: vad som hände och hur det berättas',
      '  --help         den här hjälpen; kommandona visas med: npm run -s lv -- --as U1 help',
      '',
      'Om ett ord i kommentaren börjar med ett streck, skriv -- efter väljarna, till exempel: --as U1 -- set 5 red -10 %',
      'Returkod: 0 kommandot utfördes, 1 det utfördes inte, 2 kommandot var fel.',
    ],
    knowledge: [
      'Skriver som JSON allt som Valo vet: program, personer, organisationer, händelser och källor.',
      '',
      '  npm run -s knowledge',
      '',
      'Returkod: 0 utskriften lyckades, 1 uppgifterna kunde inte läsas, 2 kommandot var fel.',
    ],
    commands: ['Kommandon: ask, lv, knowledge. Hjälp: lägg till --help efter kommandot'],
  },
  noQuestion: 'Frågan saknas.',
  noUser: 'Användaren saknas: --as och ett id från Slack, till exempel --as U012AB3CD',
  badUser: '{id} är inte ett användar-id i Slack, som U012AB3CD.',
  badChannel: '{id} är inte ett kanal-id i Slack, som C012AB3CD.',
  badLine: 'Rad {line} är inte ett JSON-objekt med "question".',
};
