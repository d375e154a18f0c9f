/** API keys are required only if the server has any. */
export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key.' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key as a separate header.' },
  adminBearer: { type: 'http', scheme: 'bearer', description: '`ADMIN_KEY`; API keys are not accepted instead.' },
  adminKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: '`ADMIN_KEY` as a separate header.' },
};

/** Applies to operations without their own security. */
export const BY_DEFAULT = [{}, { bearer: [] }, { apiKey: [] }];
/** Security of routes for probes, scrapers and browsers, which send no key. */
export const WITHOUT_KEY = { security: [] };
export const ADMIN = { security: [{ adminBearer: [] }, { adminKey: [] }] };
