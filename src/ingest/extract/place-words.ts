/**
 * Municipalities by their Finnish name with the Swedish one where it differs, and the Finnish genitive stem where it does. Those that are also common
 * surnames are marked "*". Kept to the municipalities of the large towns and the Swedish-speaking coast: a document's own city comes with its manifest.
 */
const municipalities = `
Helsinki/Helsingfors/Helsingi Espoo/Esbo Vantaa/Vanda Tampere/Tammerfors/Tamperee Turku/Åbo/Turu Oulu/Uleåborg Vaasa/Vasa Lahti*/Lahtis/Lahde
Kuopio Jyväskylä Pori/Björneborg Kouvola Joensuu Lappeenranta/Villmanstrand/Lappeenranna Hämeenlinna/Tavastehus Seinäjoki//Seinäjoe Rovaniemi//Rovanieme
Mikkeli Kotka* Salo* Porvoo/Borgå Kokkola/Karleby Kajaani/Kajana Kauniainen/Grankulla/Kauniaise Kerava/Kervo Järvenpää/Träskända Nurmijärvi//Nurmijärve
Hyvinkää/Hyvinge Lohja/Lojo Tuusula/Tusby Kirkkonummi/Kyrkslätt/Kirkkonumme Sipoo/Sibbo Vihti/Vichtis/Vihdi Raasepori/Raseborg/Raasepori Hanko/Hangö/Hango
Inkoo/Ingå Siuntio/Sjundeå Loviisa/Lovisa Lapinjärvi/Lappträsk/Lapinjärve Pietarsaari/Jakobstad/Pietarsaare Pedersöre Uusikaarlepyy/Nykarleby/Uudenkaarlepyy
Kristiinankaupunki/Kristinestad/Kristiinankaupungi Kaskinen/Kaskö/Kaskise Närpiö/Närpes Maalahti/Malax/Maalahde Mustasaari/Korsholm/Mustasaare Vöyri/Vörå
Korsnäs Kruunupyy/Kronoby Luoto/Larsmo/Luodo Laihia/Laihela Isokyrö/Storkyro Parainen/Pargas/Paraise Kemiönsaari/Kimitoön/Kemiönsaare Naantali/Nådendal Raisio*/Reso
Kaarina*/S:t-Karins Rauma*/Raumo Uusikaupunki/Nystad/Uudenkaupungi Savonlinna/Nyslott Imatra Hamina/Fredrikshamn Varkaus/Varkaude Iisalmi//Iisalme Tornio/Torneå
Kemi Raahe/Brahestad Kuusamo Ylöjärvi//Ylöjärve Kangasala Nokia* Pirkkala Lempäälä Valkeakoski//Valkeakoske Sastamala Akaa Riihimäki//Riihimäe Forssa Heinola Hollola
Maarianhamina/Mariehamn Äänekoski//Äänekoske Jämsä Keuruu Laukaa Kurikka Lapua/Lappo Alavus/Alavude Kauhava Kauhajoki//Kauhajoe Ylivieska Nivala Kempele Kannus Toholampi
Pieksämäki//Pieksämäe Siilinjärvi//Siilinjärve Nurmes Lieksa Kitee Liperi Kontiolahti//Kontiolahde Ii Muhos Sodankylä Inari Kittilä Kolari`;

/** Countries and regions that stand in names of bodies ("Statistics Finland"). */
const regions = `
Suomi Suome Suomen Finland Finlands Finnish Ruotsi Sverige Sweden Norge Norway Viro Estland Estonia Uusimaa Uudenmaan Nyland Nylands Pohjanmaa Pohjanmaan Österbotten Österbottens
Lappi Lapin Lapland Lappland Lapplands Häme Hämeen Savo Savon Karjala Karjalan Karelia Karelen Pirkanmaa Pirkanmaan Satakunta Satakunnan Kainuu Kainuun Åland Ålands Egentliga
Euroopan Europa Europeiska European Europe Nordic Nordiska Pohjoismaiden Baltic Pohjois Etelä Itä Länsi Keski Pohjois-Suomen Etelä-Suomen Itä-Suomen Länsi-Suomen Keski-Suomen`;

type Municipality = { name: string; forms: readonly string[]; surname: boolean };

const known: readonly Municipality[] = municipalities
  .trim()
  .split(/\s+/)
  .map((entry) => {
    const surname = entry.includes('*');
    const [name = '', swedish = '', stem = ''] = entry.replace('*', '').split('/');
    return { name, forms: [name, swedish.replace('-', ' '), stem].filter((form) => form !== ''), surname };
  });

const regionForms: ReadonlySet<string> = new Set(regions.trim().split(/\s+/));

const finnishEnding =
  /^(?:n|in|en|an|än|on|ön|un|yn|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|seen|hin|a|ä|ta|tä|na|nä|s|'s|’s)?$/u;

/** The Finnish name of the municipality that a word names in any case form, in Finnish or Swedish; null when it names none. */
export function municipalityOf(word: string): string | null {
  return (
    known.find(({ forms }) =>
      forms.some((form) => word.startsWith(form) && finnishEnding.test(word.slice(form.length))),
    )?.name ?? null
  );
}

/** True for a place. `asSurname` leaves out municipalities whose name is a common surname (Lahti, Salo). */
export function isPlace(word: string, asSurname = false): boolean {
  if (regionForms.has(word)) return true;
  const name = municipalityOf(word);
  return name !== null && !(asSurname && known.some((place) => place.name === name && place.surname));
}
