import { type SectionFacts, type Subject, asNumber, asRecord, nameOf } from '@app/composer';
import { listNames, type Locale } from '@app/text';
import { POINTS, signName, signSlug } from '@app/divination';

/** Points that every reading names. */
const LIGHTS: ReadonlySet<string> = new Set(['sun', 'moon', 'ascendant']);

interface Placement {
  readonly point: string;
  readonly sign: string;
  readonly house: number | undefined;
}

/** The western chart: positions of Sun, Moon, planets and angles. */
export function astrologyFacts(value: unknown, locale: Locale): SectionFacts {
  const chart = asRecord(value);
  const nested = {
    ...asRecord(chart['angles']),
    ...asRecord(chart['bodies']),
    ...asRecord(chart['planets']),
    ...chart,
  };
  const placements = Object.keys(POINTS).flatMap((point) => placementOf(point, nested[point], locale));
  const lights = placements.filter(({ point }) => LIGHTS.has(point));
  const of = (point: string) => placements.filter((placement) => placement.point === point);
  return {
    slots: {
      lights: listNames(
        lights.map((placement) => said(placement, locale)),
        locale,
      ),
      moonPhase: nameOf(asRecord(chart['moonPhase'])['name'], locale).replace(/\s*\(.*\)$/, ''),
    },
    groups: {
      moonPhase: phaseSubject(chart['moonPhase']),
      sun: of('sun').map((placement) => subjectOf(placement, locale)),
      moon: of('moon').map((placement) => subjectOf(placement, locale)),
      ascendant: of('ascendant').map((placement) => subjectOf(placement, locale)),
      planets: placements
        .filter(({ point }) => !LIGHTS.has(point) && point !== 'midheaven')
        .map((placement) => subjectOf(placement, locale)),
    },
  };
}

const phaseSubject = (value: unknown): readonly Subject[] => {
  const { phase } = asRecord(value);
  return typeof phase === 'string' ? [{ records: [{ id: `astro:phase-${phase}` }], names: [], slots: {} }] : [];
};

function placementOf(point: string, value: unknown, locale: Locale): readonly Placement[] {
  const { sign, house } = asRecord(value);
  const raw = nameOf(sign ?? (typeof value === 'string' ? value : undefined), 'en') || nameOf(sign, locale);
  return raw === '' ? [] : [{ point, sign: signName(raw, locale), house: asNumber(house) }];
}

/** `양자리 태양` or `the Sun in Aries`. */
function said({ point, sign }: Placement, locale: Locale): string {
  const name = POINTS[point]?.[locale] ?? point;
  return locale === 'ko' ? `${sign} ${name}` : `${name} in ${sign}`;
}

function subjectOf(placement: Placement, locale: Locale): Subject {
  const { point, sign, house } = placement;
  const slug = signSlug(sign);
  const own = slug === undefined ? [] : [{ id: `astro:${point}-in-${slug}` }, { id: `astro:sign-${slug}` }];
  return {
    records: [...own, { id: point === 'ascendant' ? 'astro:angle-ascendant' : `astro:body-${point}` }],
    names: [],
    slots: {
      name: POINTS[point]?.[locale] ?? point,
      sign,
      placement: said(placement, locale),
      house: house === undefined ? '' : String(house),
    },
  };
}
