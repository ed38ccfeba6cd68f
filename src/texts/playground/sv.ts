import type { PlaygroundTexts } from './fi.ts';

/** Swedish texts of the terminal playground, as written in Finland. */
export const playgroundSv: PlaygroundTexts = {
  welcome: 'Valos testmiljö. Samma app som i Slack, men i det här fönstret. Inget skickas ut från datorn.',
  hint: 'Skriv en fråga eller ett kommando, till exempel: vem ansvarar för makaprogrammet?',
  help: [
    'fråga               direktmeddelande till Valo',
    '@valo fråga         omnämnande i kanalen #tyollisyys',
    '> text              fortsättning i den senast visade tråden utan omnämnande',
    '/lv set goal5 green kommando för trafikljusen; /lv help visar alla',
    '1, 2, 3 …           trycker på den numrerade knappen',
    '/home               öppnar Valos startsida',
    'a=grön, /send       fyller i ett fält, skickar formuläret; /cancel stänger det',
    '/as owner           byt användare: owner, admin eller guest',
    '/help, /quit        den här hjälpen, avsluta',
  ],
  roles: {
    owner: 'ansvarig, målen 4 och 5',
    admin: 'administratör',
    guest: 'gäst, inga rättigheter',
  },
  nowAs: 'Du är nu {name} ({role}).',
  whoElse: 'Användare: {people}. Byt så här: /as owner',
  unknownUser: 'Användaren {word} finns inte. Välj owner, admin eller guest.',
  noButton: 'Knappen {number} finns inte.',
  noThread: 'Det finns ingen tråd ännu. Börja så här: @valo fråga',
  unknownCommand: 'Kommandot {word} finns inte. Hjälp: /help',
  place: {
    direct: 'Valo, direktmeddelande',
    channel: 'Valo, kanalen #{channel}',
    onlyYou: 'Valo, bara till dig',
    home: 'Valos startsida',
    form: 'Formulär: {title}',
  },
  notFilled: 'Inget formulär är öppet, eller så finns inte fältet {word}.',
  form: 'Fyll i ett fält så här: a=grön. Skicka: /send. Stäng: /cancel.',
  choices: 'alternativ: {choices}',
  formClosed: 'Formuläret är stängt.',
  file: 'Du fick filen {name}, {count} rader.',
  failed: 'Slack fick inget svar. Försök igen.',
  bye: 'Hej då.',
};
