/** Keys; the clients' are asked for only where the server was given any, and without any everybody may. */
export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key.' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same in a header of its own.' },
  adminBearer: { type: 'http', scheme: 'bearer', description: '`ADMIN_KEY`: no API key opens what asks for it.' },
  adminKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: '`ADMIN_KEY` in a header of its own.' },
};

/** What holds where an operation says nothing else. */
export const BY_DEFAULT = [{}, { bearer: [] }, { apiKey: [] }];
/** Asked by probes, scrapers and browsers that have no key. */
export const WITHOUT_KEY = { security: [] };
export const ADMIN = { security: [{ adminBearer: [] }, { adminKey: [] }] };
