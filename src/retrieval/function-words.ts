import type { Language } from '../domain/language.ts';

/**
 * Closed-class words of each language, folded: question words, pronouns, conjunctions, adpositions, auxiliaries and the
 * courtesies of a question. They carry no topic, so they are the stop words of analysis; and they are frequent and
 * short, so they also tell the language of a question that is too short for letter statistics.
 */
const wordsOf: Record<Language, string> = {
  fi: `
    kuka ketkä kenen keiden ketä kenelle kenellä keneltä kehen mikä mitkä mitä minkä missä mistä mihin millä millä minne
    milloin koska kuinka miten miksi millainen millaisia millaista minkälainen montako paljonko kumpi kummassa kauanko
    minä sinä hän me te he minun sinun hänen meidän teidän heidän minulle sinulle hänelle meille teille heille minua
    se ne sen niiden sitä niitä siinä siitä siihen sillä siellä sieltä sinne niissä niistä niille tämä nämä tämän
    näiden tätä tässä tästä tähän tällä näissä tuo nuo tuon tuota joka jotka jonka joiden jota joita jossa joissa josta
    joista johon joihin jolla joille jolle jotta että kun jos vai tai ja sekä eli mutta vaan kuin niin myös vielä
    jo nyt sitten ovat on oli olivat ole olla ollut olleet olen olet olemme olette onko ovatko oliko olivatko olisi
    olisivat ei en et emme ette eivät eikö eikä älä voi voiko voivat voidaan saa saako pitää pitääkö onhan
    entä entäs kanssa mukaan välillä aikana jälkeen ennen kautta varten vuoksi yli alle noin asti saakka luona
    kerro kertoisitko kertoisitteko luettele lista listaa näytä vertaa anna haluan haluaisin tiedätkö joku jokin jotain
    kaikki kaikkien moi moikka hei terve kiitos kiitti kyllä`,
  sv: `
    vem vems vilka vilken vilket vad var vart varifrån varför när hur hurdan jag du han hon den det vi ni de dem dom
    mig dig sig oss min din sin vår deras hans hennes dess denna detta dessa som och eller men att om så också
    även än en ett i på av till för från med vid hos under över mellan efter före sedan inom utan genom mot enligt
    kring är var varit vara blir blev bli har hade ha haft kan kunde ska skall skulle vill ville får fick måste bör
    inte ingen inga inget nu redan ännu där här då alla allt finns fanns gör göra gjort berätta lista visa jämför ge
    någon något några man bara mycket många ja nej hej hejsan tack`,
  en: `
    who whom whose which what where when why how i you he she it we they me him her us them my your his its our
    their this that these those the a an and or but if so as than then of in on at to for from by with without
    about into over under between after before since until during through against is are was were be been being
    am has have had having do does did done doing can could will would shall should may might must not no nor
    hello hi thanks thank yes there here now already yet still also any some all both each every tell list show give please compare whether
    i'm what's who's isn't doesn't don't didn't hasn't haven't aren't wasn't`,
};

const splitWords = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .replaceAll("'", '')
      .split(/\s+/u)
      .filter((word) => word !== ''),
  );

/** The closed-class words of each language, as `analyse` folds them. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  fi: splitWords(wordsOf.fi),
  sv: splitWords(wordsOf.sv),
  en: splitWords(wordsOf.en),
};
