/** The counsellors of the knowledge pack. */
export const PERSONAS = ['analyst', 'coach', 'counselor', 'sage', 'storyteller'] as const;

/** A front end's counsellor when the pack has them; undefined (the default voice) for any other. */
export const personaOf = (id: string | undefined): string | undefined =>
  PERSONAS.find((persona) => persona === id?.trim().toLowerCase());
