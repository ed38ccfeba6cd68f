type Row = {
  id: string;
  lines: [first: number, last: number];
  leads: string;
  partners: string;
  /** Timetable: start, end, kind. */
  timetable: [number | null, number | null, 'years' | 'open' | 'described' | 'undefined'];
};

/** Every measure of Helsinki's table as read by hand: its lines, the bodies that lead and help (ids, alphabetically) and its timetable. */
export const rows: readonly Row[] = [
  {
    id: '1.1',
    lines: [17, 17],
    leads: 'elo hp vio',
    partners: 'ekosysteemi ihh kasko',
    timetable: [2022, 2025, 'years'],
  },
  { id: '1.2', lines: [18, 20], leads: 'elo hp vio', partners: 'bf yritykset', timetable: [2022, 2023, 'years'] },
  { id: '1.3', lines: [21, 21], leads: 'hp', partners: 'vio', timetable: [2022, 2025, 'years'] },
  { id: '1.4', lines: [22, 22], leads: 'hp vio', partners: '', timetable: [2022, 2023, 'years'] },
  { id: '1.5', lines: [23, 23], leads: 'elo hp vio', partners: '', timetable: [2022, null, 'open'] },
  { id: '1.6', lines: [24, 24], leads: 'vio', partners: 'hp', timetable: [2023, 2025, 'years'] },
  { id: '2.1', lines: [30, 30], leads: 'elo hp', partners: 'bf yritykset', timetable: [2022, 2025, 'years'] },
  { id: '2.2', lines: [31, 31], leads: 'hp kk', partners: 'bf okm oph tem', timetable: [2022, 2025, 'years'] },
  {
    id: '2.3',
    lines: [32, 32],
    leads: 'bf sm suomiseura tem',
    partners: 'elo hp',
    timetable: [null, null, 'described'],
  },
  {
    id: '2.4',
    lines: [33, 35],
    leads: 'elo hp',
    partners: 'bf eures sto um yritykset',
    timetable: [2023, 2025, 'years'],
  },
  { id: '2.5', lines: [36, 36], leads: 'elo', partners: 'ekosysteemi hp', timetable: [2022, 2025, 'years'] },
  {
    id: '3.1',
    lines: [41, 41],
    leads: 'elo hskk te',
    partners: 'elo espoo ihh vantaa',
    timetable: [2022, null, 'open'],
  },
  { id: '4.1', lines: [46, 46], leads: 'elo', partners: 'ekosysteemi hp', timetable: [2022, 2025, 'years'] },
  { id: '4.2', lines: [47, 47], leads: 'elo', partners: 'ihh kasko kk', timetable: [2022, 2025, 'years'] },
  {
    id: '4.3',
    lines: [48, 50],
    leads: 'elo',
    partners: 'dvv espoo etk hskk kela migri sak te vantaa vero vio',
    timetable: [2022, 2025, 'years'],
  },
  { id: '5.1', lines: [56, 58], leads: 'elo', partners: '', timetable: [2022, 2025, 'years'] },
  {
    id: '5.2',
    lines: [59, 59],
    leads: 'aalto arcada hanken hy metropolia',
    partners: 'elo espoo vantaa yritykset',
    timetable: [2022, 2025, 'years'],
  },
  { id: '6.1', lines: [65, 65], leads: 'vio', partners: '', timetable: [2022, 2023, 'years'] },
  { id: '6.2', lines: [66, 66], leads: 'elo vio', partners: 'jarjestot', timetable: [2022, 2023, 'years'] },
  { id: '6.3', lines: [67, 67], leads: 'vio', partners: '', timetable: [2022, 2022, 'years'] },
  { id: '6.4', lines: [68, 68], leads: 'elo hp', partners: 'toimialat', timetable: [2022, 2025, 'years'] },
  { id: '6.5', lines: [69, 69], leads: 'kasko', partners: '', timetable: [2022, 2025, 'years'] },
  { id: '6.6', lines: [71, 71], leads: 'elo', partners: 'heo toimialat vio', timetable: [2022, null, 'open'] },
  { id: '7.1', lines: [77, 77], leads: 'elo hp', partners: 'bf okm sidosryhmat tem', timetable: [2022, 2025, 'years'] },
  { id: '8.1', lines: [82, 82], leads: 'heo', partners: '', timetable: [2022, 2025, 'years'] },
  { id: '8.2', lines: [83, 83], leads: 'heo', partners: '', timetable: [2024, 2025, 'years'] },
  { id: '8.3', lines: [85, 85], leads: 'heo', partners: 'elo', timetable: [2022, 2025, 'years'] },
  { id: '8.4', lines: [86, 86], leads: 'heo', partners: 'elo toimialat', timetable: [2022, 2025, 'years'] },
  { id: '8.5', lines: [87, 87], leads: 'heo', partners: 'liikelaitokset toimialat', timetable: [null, 2023, 'years'] },
  { id: '8.6', lines: [88, 88], leads: 'heo', partners: '', timetable: [2022, 2025, 'years'] },
  { id: '9.1', lines: [95, 99], leads: '', partners: '', timetable: [null, null, 'undefined'] },
];

/** Titles over several measures: the first row, where the words stand, and the last. */
export const groups: readonly { title: string; from: string; to: string }[] = [
  { title: '(i) Brändi- ja mainetyö', from: '1.1', to: '1.4' },
  { title: '(ii) Brändityötä tukeva verkosto- ja ekosysteemityö', from: '1.5', to: '1.6' },
  { title: '(i) Houkuttelukampanjointi ja -pilotit', from: '2.1', to: '2.3' },
  { title: 'Englanninkielisen viestinnän kehittäminen', from: '6.1', to: '6.3' },
  { title: 'Englanninkielisen palveluntarjonnan ja asioinnin kehittäminen', from: '6.4', to: '6.6' },
  { title: 'Korkeakouluyhteistyö ja uudet kokeilut', from: '8.2', to: '8.4' },
];

/** Titles over one measure. */
export const headings: Readonly<Record<string, string>> = {
  '2.1': 'Osaajat, sijoittajat ja startup-yritykset',
  '2.2': 'Opiskelijat ja tutkijat',
  '2.3': 'Ulkosuomalaiset erityisosaajat',
  '2.4': '(ii) Kohdemarkkinoille tai -verkostoihin jalkautuminen',
  '2.5': '(iii) Houkuttelutyötä tukeva digitaalinen kehittäminen',
  '4.1': 'Startup-yrittäjien ja -tiimien Helsinkiin sijoittumisen tuki (startup softlanding)',
  '4.2': 'Osaajien ja perheiden maahantuloa edeltävä tuki (pre-arrival services)',
  '4.3': 'Osaajien ja perheiden maahantulon jälkeinen asettautumisen tuki',
  '8.1': 'Englanniksi palvelukseen ottaminen ja työskentely kaupunkiorganisaatiossa',
  '8.5': 'Kielen oppiminen työpaikalla',
  '8.6': 'Työyhteisöjen inklusiivisuuden ja monimuotoisuusvalmiuksien kehittäminen',
};

/** Places where a page cut divides a cell, as the joined words read; a line break begins a new paragraph. */
export const joins: readonly {
  id: string;
  field: 'text' | 'responsible' | 'followUp' | 'title' | 'state';
  words: string;
}[] = [
  { id: '1.2', field: 'text', words: 'veto- ja pitovoiman vahvistamiseksi, houkuttelutyössä ensisijaisesti' },
  { id: '1.2', field: 'responsible', words: 'kaupunginkanslian elinkeino- ja viestintäosastot' },
  { id: '1.2', field: 'followUp', words: 'päämarkkinat on määritelty. Maailmantilanteen muuttuessa' },
  { id: '2.4', field: 'responsible', words: 'ulkoministeriön, työhallinnon EURES-palveluiden' },
  { id: '4.3', field: 'text', words: 'International House Helsingin (lyh. IHH) palveluntarjontaa' },
  { id: '4.3', field: 'responsible', words: 'Espoon ja Vantaan kaupunkien, Maahanmuuttoviraston' },
  { id: '4.3', field: 'followUp', words: 'oma-asiointiin ovat lisääntyneet.\nPuoliso-ohjelman kehittämistä' },
  { id: '5.1', field: 'text', words: 'kasvuneuvontaa useilla eri kielellä' },
  { id: '5.1', field: 'followUp', words: 'Helsingin työllisyyspalveluissa.\nTE-palvelu-uudistuksessa' },
  { id: '9', field: 'title', words: 'maahanmuuttoon liittyvää laaja-alaista' },
  {
    id: '9',
    field: 'state',
    words: 'Edunvalvonnallisten tavoitteiden parissa työskentelyä jatketaan suunnitelman mukaisesti.',
  },
  { id: '9.1', field: 'text', words: 'Lisäksi vaikutetaan siihen, että ministeriöt' },
  { id: '9.1', field: 'text', words: 'pitkäjänteisesti.\n(iv) pysyvien ja riittävien' },
];
