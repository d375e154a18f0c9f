import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  type CallToolRequest,
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { clientDisconnect, toProblem } from '@app/http';
import type { Caller } from '@app/readings';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { version } from '../docs/version.js';
import { contextOf } from '../http/request-context.js';
import { ProblemError } from '../http/problem.error.js';
import { translateError } from '../http/translate-error.js';
import { RequestCaller } from '../readings/request-caller.js';
import { McpTools, type ToolCall } from './mcp-tools.js';

/**
 * Readings as tools of the Model Context Protocol over streamable HTTP. There are no sessions, so any replica can
 * answer any request.
 */
@Controller('mcp')
export class McpController {
  constructor(private readonly tools: McpTools) {}

  @Post()
  async handle(@Req() request: Request, @Res() response: Response, @RequestCaller() caller: Caller): Promise<void> {
    assertReadable(request);
    const server = this.#serverFor(caller, contextOf(request).arrivedAt);
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
    // Closing aborts the signal of every call that is still running.
    clientDisconnect(response).subscribe(() => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  }

  #serverFor(caller: Caller, arrivedAt: number): Server {
    const server = new Server({ name: version.name, version: version.version }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({
      tools: this.tools.all.map(({ name, description, inputSchema }) => ({
        name,
        description,
        inputSchema: inputSchema as { type: 'object' },
      })),
    }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
      const token = params._meta?.progressToken;
      const progress: ToolCall['progress'] = (done, total, message) => {
        if (token === undefined || signal.aborted) return;
        const method = 'notifications/progress';
        void sendNotification({ method, params: { progressToken: token, progress: done, total, message } }).catch(
          () => {},
        );
      };
      return this.#call(params, { caller, signal, arrivedAt, progress });
    });
    return server;
  }

  /** Returns a rejected or failed call as a result with `isError`, so that the model receives the reason. */
  async #call({ name, arguments: input = {} }: CallToolRequest['params'], call: ToolCall): Promise<CallToolResult> {
    const tool = this.tools.all.find((one) => one.name === name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${name}`);
    try {
      const { text, structured } = await tool.call(input, call);
      return { content: [{ type: 'text', text }], structuredContent: structured as Record<string, unknown> };
    } catch (error) {
      const { code, message, errors } = toProblem(error, translateError);
      const fields = errors.map(({ field, message: why }) => `${field}: ${why}`);
      return { isError: true, content: [{ type: 'text', text: [`${code}: ${message}`, ...fields].join('\n') }] };
    }
  }
}

const message = z.looseObject({ jsonrpc: z.literal('2.0') });

/**
 * Rejects requests that the transport would reject without a problem document.
 * @throws ZodError, ProblemError `input.invalid`
 */
function assertReadable(request: Request): void {
  message.parse(request.body);
  const accept = request.get('Accept') ?? '';
  if (accept.includes('application/json') && accept.includes('text/event-stream')) return;
  const errors = [{ field: 'Accept', message: 'must list application/json and text/event-stream' }];
  throw new ProblemError('input.invalid', { errors });
}
