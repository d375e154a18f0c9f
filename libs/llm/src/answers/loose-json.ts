/** The fields of a JSON object; an empty object for any other value. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/**
 * The text of a content field: a string, a part or a list of parts.
 * @param onHidden called with the length of each part that is not visible text
 */
export function textOf(content: unknown, onHidden: (characters: number) => void): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return typeof content === 'object' && content ? partText(content, onHidden) : '';
  return (content as unknown[]).map((part) => partText(part, onHidden)).join('');
}

function partText(part: unknown, onHidden: (characters: number) => void): string {
  if (typeof part === 'string') return part;
  const { type, text, thought } = fieldsOf(part);
  const isText = type === undefined || type === 'text' || type === 'output_text' || type === 'text_delta';
  const visible = isText && thought !== true;
  if (visible && typeof text === 'string') return text;
  onHidden(JSON.stringify(part ?? null).length);
  return '';
}
