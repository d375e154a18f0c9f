// Code shared by all compared servers: the sections of a reading, their prompts, and measurements for the parent
// process.
export const SECTIONS = ['summary', 'symbols', 'recommendations'];
export const upstreamUrl = process.argv[2];
export const MODEL = 'bench';

export const promptOf = (section) => `Write the ${section} of this dream: a big snake came into the house.`;

export const frameOf = (event, data) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Sends the URL to the parent process, then answers its measurement requests. */
export function answerMeasurements(url) {
  process.on('message', (what) => {
    if (what === 'memory') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send?.({ cpuSeconds: (user + system) / 1e6, heldBytes: heapUsed + external, residentBytes: rss });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url });
}
