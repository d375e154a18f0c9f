import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

/** Who may call a route. A route without a rule requires an API key if the server has any. */
export type AccessRule = 'public' | 'admin' | 'browser';

const ACCESS_RULE = 'access-rule';

/** Needs no key: probes, metrics, documentation, the web page. */
export const Public = () => SetMetadata(ACCESS_RULE, 'public' satisfies AccessRule);
/** Needs `ADMIN_KEY`. */
export const Admin = () => SetMetadata(ACCESS_RULE, 'admin' satisfies AccessRule);

/** Needs no key if the deployment allows browsers to call the route (`OPEN_COUNSELOR_INIT`). */
export const OpenToBrowsers = () => SetMetadata(ACCESS_RULE, 'browser' satisfies AccessRule);

/** The rule of the handler, or of its controller if the handler has none. */
export const accessRuleOf = (reflector: Reflector, context: ExecutionContext): AccessRule | undefined =>
  reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
