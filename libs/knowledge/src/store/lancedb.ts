import './quiet-lancedb.js';

export { Index, MatchQuery, connect } from '@lancedb/lancedb';
