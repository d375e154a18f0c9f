const IRREGULAR_PLURALS = new Map([
  ['mouse', 'mice'],
  ['tooth', 'teeth'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['ox', 'oxen'],
  ['person', 'people'],
  ['wolf', 'wolves'],
  ['knife', 'knives'],
  ['wife', 'wives'],
  ['leaf', 'leaves'],
  ['thief', 'thieves'],
  ['calf', 'calves'],
  ['loaf', 'loaves'],
  ['shelf', 'shelves'],
  ['chilli', 'chillies'],
  ['chili', 'chilies'],
]);

/** Past forms of the irregular verbs among the names of actions, themes and emotions. */
const IRREGULAR_PASTS = new Map(
  (
    'lose:lost fight:fought flee:fled hide:hid,hidden steal:stole,stolen break:broke,broken fly:flew,flown fall:fell,fallen ' +
    'run:ran swim:swam,swum sing:sang,sung drive:drove,driven eat:ate,eaten win:won sleep:slept wake:woke,woken dig:dug ' +
    'buy:bought shoot:shot speak:spoke,spoken grow:grew,grown forget:forgot,forgotten meet:met get:got,gotten go:went,gone ' +
    'come:came give:gave,given take:took,taken find:found throw:threw,thrown see:saw,seen build:built,build ' +
    'lie:lied die:died cry:cried bow:bowed bet:bet cut:cut set:set feel:felt leave:left hold:held sink:sank,sunk tear:tore,torn ' +
    'catch:caught tread:trod bite:bit,bitten ride:rode,ridden kneel:knelt creep:crept bleed:bled leap:leapt weep:wept light:lit ' +
    'sweep:swept swing:swung slide:slid spit:spat stand:stood wander:wandered swear:swore say:said tell:told make:made ' +
    'feed:fed draw:drew freeze:froze,frozen shut:shut put:put wave:waved hit:hit put:put split:split bury:buried'
  )
    .split(' ')
    .map((entry): [string, readonly string[]] => {
      const [base = '', pasts = ''] = entry.split(':');
      return [base, pasts.split(',')];
    }),
);

/** Returns the singular and plural of a noun phrase. The last word is inflected: `wedding ring, wedding rings`. */
export function nounForms(name: string): readonly string[] {
  const cut = name.lastIndexOf(' ') + 1;
  const last = name.slice(cut);
  // Both spellings are common: potatoes, pianos, mangos and mangoes.
  const plurals = /[^aeiou]o$/.test(last) ? [`${last}s`, `${last}es`] : [plural(last)];
  return [name, ...plurals.map((form) => name.slice(0, cut) + form)];
}

/** Returns the forms of a verb phrase. The first word is inflected: `run away, runs away, running away, ran away`. */
export function verbForms(name: string): readonly string[] {
  const end = name.includes(' ') ? name.indexOf(' ') : name.length;
  const verb = name.slice(0, end);
  // Adds only the past tense of an -ing form (yelled for yelling): `long` and `part` are unrelated to `longing` and `parting`.
  if (/^[a-z]{3,}ing$/.test(verb)) return [name, `${verb.slice(0, -3)}ed${name.slice(end)}`];
  const forms = [verb, plural(verb), participle(verb), ...(IRREGULAR_PASTS.get(verb) ?? [regularPast(verb)])];
  return forms.map((form) => form + name.slice(end));
}

function plural(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular) return irregular;
  const compound = /^(.*)(man|woman|child|person|wolf|wife|tooth|foot)$/.exec(word);
  if (compound?.[1]) return compound[1] + plural(compound[2] ?? '');
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function participle(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eo]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

/** Doubles the last letter of a one-syllable verb that ends in consonant, vowel, consonant: hug, hugging. */
const doubled = (verb: string): string => (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? verb + verb.slice(-1) : verb);
