# syntax=docker/dockerfile:1
# Built with all dependencies, run with the production ones: no compiler, no tests, no package cache.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/prune-install.js scripts/
RUN npm ci
COPY tsconfig.json ./
COPY apps apps
# The page uses the typed client.
COPY clients clients
COPY libs libs
COPY scripts scripts
# The embedding model is part of a package; the build writes it to dist with 8-bit weights.
RUN node scripts/build.js apps libs && node scripts/bundle-server.js && node scripts/build-page.js && \
  node scripts/build-model.js
COPY knowledge knowledge
# The tables of the pack with their vectors, so that the first start need not embed it.
RUN node scripts/build-tables.js

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/prune-install.js scripts/
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data KNOWLEDGE_DIR=/app/knowledge LANCEDB_LOG=error \
  NODE_COMPILE_CACHE=/app/dist/compile-cache MALLOC_ARENA_MAX=2
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN mkdir dist/compile-cache && chown node:node dist/compile-cache
COPY package.json LICENSE NOTICE ./
COPY knowledge knowledge
# Node.js accepts the compiled code of the same user only.
COPY scripts/write-compile-cache.js scripts/
USER node
RUN node scripts/write-compile-cache.js
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="reading-server" \
  org.opencontainers.image.description="One question in, one reading out: concurrent retrieval and live sections on one SSE response" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION" \
  org.opencontainers.image.licenses="MIT"
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=2s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between: SIGTERM must reach the server, which drains.
STOPSIGNAL SIGTERM
CMD ["node", "dist/apps/api/src/main.js"]
