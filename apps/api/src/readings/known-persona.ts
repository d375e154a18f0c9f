import { ReadingInputError } from '@app/divination';
import type { PersonaStore } from '@app/rag';

/**
 * Refuses a persona that is in no persona file: another voice than the requested one would answer otherwise. Accepts any
 * persona while the files cannot be read.
 * @throws ReadingInputError
 */
export function refuseUnknownPersona(body: unknown, personas: PersonaStore): void {
  const persona = typeof body === 'object' && body !== null && 'persona' in body ? body.persona : undefined;
  if (typeof persona !== 'string' || persona === '' || !personas.status().ready) return;
  const known = [...personas.current().personas.keys()];
  if (!known.includes(persona)) throw new ReadingInputError('persona', `must be one of ${known.join(', ')}`);
}
