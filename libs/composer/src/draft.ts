import { estimateTokens } from '@app/text';

/** One remark of a section: a lead in own words, what a source says, or both. */
export interface Remark {
  readonly paragraph: number;
  /** 0 is never left out; the highest goes first. */
  readonly rank: number;
  readonly lead: string;
  /** The lead is worth saying by itself. */
  readonly keepLead: boolean;
  /** With its citation; empty when there is none. */
  readonly body: string;
  /** Leads up to what sources say. */
  readonly promises?: boolean;
}

export interface FittedText {
  readonly text: string;
  /** `length` when even what is never left out did not fit. */
  readonly reason: 'stop' | 'length';
}

/** As many remarks as there is room for, the most important first, in the order they were made. */
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

/** Whole remarks until the room is used up; the first one always. */
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
