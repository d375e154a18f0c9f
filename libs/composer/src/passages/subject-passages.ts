import type { NumberedPassage } from '../section-brief.js';
import type { Subject, SubjectRecord } from '../facts/section-facts.js';
import { type PassageUnit, passageUnits, unitsWithin } from './passage-units.js';

/** Whether a passage is the record of this subject or a part of it (`iching:11#line-3`, but not `iching:1`). */
export function isAbout(passage: NumberedPassage, subject: Subject): boolean {
  if (recordOf(passage, subject)) return true;
  // Some built-in records share a title (`dream:fear`, `emotion:fear`), so built-in records are compared by id if
  // possible.
  const idsDecide = subject.records.length > 0 && PACK_ID.test(passage.id);
  return !idsDecide && subject.names.some((name) => sameName(name, passage.title));
}

/**
 * The passage's units that are about the subject: those within the span of its record, or all when there is no span.
 */
export function unitsAbout(passage: NumberedPassage, subject: Subject): readonly PassageUnit[] {
  const span = recordOf(passage, subject)?.span;
  return span ? unitsWithin(passage, span) : passageUnits(passage);
}

const PACK_ID = /^(?:dream|tarot|iching|trigram|saju|astro|theme|emotion|archetype|element|corpus|persona):/;

/** Whether the passage is from the built-in knowledge files rather than from an ingested document. */
export const isOfPack = ({ id }: NumberedPassage): boolean => PACK_ID.test(id);

const recordOf = ({ id }: NumberedPassage, { records }: Subject): SubjectRecord | undefined =>
  records.find((own) => id === own.id || (id.startsWith(own.id) && /^[#/@~:]/.test(id.slice(own.id.length))));

const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();
const sameName = (left: string, right: string): boolean => left === right || plain(left) === plain(right);
