# syntax=docker/dockerfile:1
# Two images of one program: `program` for the roles web and worker, `whatsapp` with Chromium for the role whatsapp (or
# for all of them in one process).

FROM node:20-bookworm-slim AS base
ENV NODE_ENV=production
WORKDIR /app

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --include=dev
COPY tsconfig.json ./
COPY scripts/build.mjs scripts/build.mjs
COPY src src
RUN npm run build && npm prune --omit=dev

FROM base AS program
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY migrations migrations
# Finds nothing to compile here: the commands of the guide (npm run shop, books...) run it first.
COPY scripts/build.mjs scripts/build.mjs
# The try-it page is served as it stands in the sources.
COPY src/sandbox/tryit/public src/sandbox/tryit/public
RUN mkdir /data && chown node:node /data
ENV HOST=0.0.0.0 PORT=8080 PRIVATE_PORT=9090 DATA_DIR=/data
VOLUME /data
EXPOSE 8080
USER node
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PRIVATE_PORT + '/livez').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "dist/main.js"]

FROM program AS whatsapp
USER root
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium \
  && rm -rf /var/lib/apt/lists/*
ENV CHROME_PATH=/usr/bin/chromium
USER node
