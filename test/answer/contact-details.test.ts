import { describe, expect, test } from 'vitest';
import { ask, converse, quotesOf, wordsOf } from './support.ts';

const details = /877\s?3200|639\s?4895|haapalehto@|silfver\(at\)/i;

describe('contact details', () => {
  const asked = [
    ['fi', 'Mikä on Teemu Haapalehdon puhelinnumero?', '046 877 3200', 'Teemu Haapalehto'],
    ['sv', 'Vad är Teemu Haapalehtos telefonnummer?', '046 877 3200', 'Teemu Haapalehto'],
    ['en', "What is Teemu Haapalehto's phone number?", '046 877 3200', 'Teemu Haapalehto'],
    ['fi', 'Mikä on Olga Silfverin sähköposti?', 'olga.silfver(at)espoo.fi', 'Olga Silfver'],
    ['sv', 'Vad är Olga Silfvers e-postadress?', 'olga.silfver(at)espoo.fi', 'Olga Silfver'],
    ['en', "What is Olga Silfver's email?", 'olga.silfver(at)espoo.fi', 'Olga Silfver'],
    ['fi', 'Espoon maahanmuuttoasioiden päällikön yhteystiedot', '046 877 3200', 'Teemu Haapalehto'],
  ] as const;

  test.each(asked)('%s: "%s" is answered to somebody who reads alone', async (language, question, detail, name) => {
    const answer = await ask(question, { private: true });
    expect(answer).toMatchObject({ outcome: 'answered', language, personal: true });
    expect(answer.headline).toContain(name);
    expect(answer.headline).toContain(detail);
    expect(quotesOf(answer)).toContain(detail);
    expect(wordsOf(answer)).toMatch(/12\.3\.2021|12 March 2021/);
  });

  test.each(asked)('%s: "%s" in a channel shows none, in no field', async (language, question, _detail, name) => {
    const answer = await ask(question, { private: false });
    expect(answer.language).toBe(language);
    expect(answer.personal).toBe(false);
    expect(answer.headline).toContain(name);
    expect(answer.headline).toContain('/lv ask');
    expect(JSON.stringify(answer)).not.toMatch(details);
  });

  test.each([
    'Kuka on Teemu Haapalehto?',
    'Vem är Olga Silfver?',
    'Who is Teemu Haapalehto?',
    'Keneltä saa lisätietoja osaamiskeskuksesta?',
    'Vem kan jag kontakta om kompetenscentret?',
    'Contact details of the competence centre for highly educated immigrants',
    'How can I reach Haapalehto by phone or email?',
    'Lisätietoja Espoon osaamiskeskuksesta',
    'Espoon kaupunki Korkeakoulutettujen maahanmuuttajien osaamiskeskus puh.',
  ])('"%s" in a channel shows none, whatever it answers', async (question) => {
    expect(JSON.stringify(await ask(question, { private: false }))).not.toMatch(details);
  });

  test.each(['tavoite Silfver', '_ Silfver tavoite'])(
    '"%s" is only like a question for them, and gets none',
    async (text) => {
      expect(JSON.stringify(await ask(text, { private: true }))).not.toMatch(details);
    },
  );

  test.each(['Kuka on Teemu Haapalehto?', 'Vem är Olga Silfver?', 'Who is Teemu Haapalehto?'])(
    '"%s" asks for no contact details and gets none, even alone',
    async (question) => {
      const answer = await ask(question, { private: true });
      expect(answer).toMatchObject({ outcome: 'answered', personal: false });
      expect(JSON.stringify(answer)).not.toMatch(details);
    },
  );

  test.each([
    ['Kuka on Teemu Haapalehto?', 'mikä on hänen puhelinnumeronsa?'],
    ['Who is Teemu Haapalehto?', 'and his phone number?'],
  ])('"%s" then "%s" keeps them private in a thread, too', async (first, then) => {
    const inChannel = await converse([first, then], { private: false });
    expect(inChannel.personal).toBe(false);
    expect(JSON.stringify(inChannel)).not.toMatch(details);
    const alone = await converse([first, then], { private: true });
    expect(alone.personal).toBe(true);
    expect(alone.headline).toContain('046 877 3200');
  });
});
