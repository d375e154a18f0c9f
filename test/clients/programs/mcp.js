import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const client = new Client({ name: 'test', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(`${process.env.URL}/mcp`)));
let steps = 0;
const call = { name: 'read_dream', arguments: { dream: 'A snake.', locale: 'en' } };
const { content, structuredContent } = await client.callTool(call, undefined, { onprogress: () => steps++ });
await client.close();
if (steps === 0) throw new Error('No progress was reported.');
console.log(JSON.stringify({ status: structuredContent.status, text: content[0].text }));
