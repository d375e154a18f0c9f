/** The counsellors of the knowledge pack. */
export const PERSONAS = ['analyst', 'coach', 'counselor', 'sage', 'storyteller'] as const;

/** A front end's counsellor when the pack knows them; any other speaks with the usual voice. */
export const personaOf = (id: string | undefined): string | undefined =>
  PERSONAS.find((persona) => persona === id?.trim().toLowerCase());
