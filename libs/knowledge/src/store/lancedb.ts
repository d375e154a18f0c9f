import './quiet-lancedb.js';

export { BooleanQuery, Index, MatchQuery, Occur, connect } from '@lancedb/lancedb';
