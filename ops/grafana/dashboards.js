// All dashboards. `node ops/grafana/write-dashboards.js` writes the JSON that Grafana reads; tests compare both, check
// that every metric of the server is shown, and run every query against a Prometheus that has scraped a real server.
import { EMBEDDING } from './embedding.dashboard.js';
import { OVERVIEW } from './overview.dashboard.js';
import { RETRIEVAL } from './retrieval.dashboard.js';
import { SECTIONS } from './sections.dashboard.js';
import { STREAMS } from './streams.dashboard.js';

export const DASHBOARDS = {
  overview: OVERVIEW,
  retrieval: RETRIEVAL,
  sections: SECTIONS,
  streams: STREAMS,
  embedding: EMBEDDING,
};
