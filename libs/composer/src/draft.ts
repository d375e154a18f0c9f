import { estimateTokens } from '@app/text';

/** One remark of a section: a lead phrase, a quotation from a passage, or both. */
export interface Remark {
  readonly paragraph: number;
  /** Priority: 0 is always kept, the highest number is dropped first. */
  readonly rank: number;
  readonly lead: string;
  /** Keeps the lead even when the body is dropped. */
  readonly keepLead: boolean;
  /** The quotation with its citation; may be empty. */
  readonly body: string;
  /** True when the lead announces quotations; the remark is dropped when the section has none. */
  readonly promises?: boolean;
}

export interface FittedText {
  readonly text: string;
  /** `length` when even the remarks of rank 0 did not fit. */
  readonly reason: 'stop' | 'length';
}

/** Keeps as many remarks as fit, lowest rank first, and joins them in their original order. */
export function fitDraft(remarks: readonly Remark[], maxTokens: number): FittedText {
  const fixed = remarks.map((remark) => (remark.rank === 0 ? whole(remark) : remark.keepLead ? remark.lead : ''));
  let room = maxTokens - sum(fixed.map(estimateTokens));
  if (room < 0) return { text: joined(remarks, cutTo(fixed, maxTokens)), reason: 'length' };
  const chosen = [...fixed];
  const byRank = remarks.map((remark, index) => ({ remark, index })).toSorted((a, b) => a.remark.rank - b.remark.rank);
  for (const { remark, index } of byRank) {
    const more = estimateTokens(whole(remark)) - estimateTokens(chosen[index] ?? '');
    if (more > room) continue;
    chosen[index] = whole(remark);
    room -= more;
  }
  return { text: joined(remarks, chosen), reason: 'stop' };
}

const whole = ({ lead, body }: Remark): string => [lead, body].filter(Boolean).join(' ');
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Keeps whole remarks while they fit, and always the first one. */
function cutTo(texts: readonly string[], maxTokens: number): readonly string[] {
  let room = maxTokens;
  return texts.map((text, index) => {
    room -= estimateTokens(text);
    return room >= 0 || index === 0 ? text : '';
  });
}

function joined(remarks: readonly Remark[], texts: readonly string[]): string {
  const paragraphs = new Map<number, string[]>();
  for (const [index, { paragraph }] of remarks.entries()) {
    const text = texts[index] ?? '';
    if (text !== '') paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), text]);
  }
  return [...paragraphs.values()].map((texts) => texts.join(' ')).join('\n\n');
}
