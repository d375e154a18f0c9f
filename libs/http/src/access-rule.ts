import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

/** Who may call a route. Without a rule it needs an API key where the server has any. */
export type AccessRule = 'public' | 'admin' | 'browser';

const ACCESS_RULE = 'access-rule';

/** Needs no key: probes, metrics, documentation, the web page. */
export const Public = () => SetMetadata(ACCESS_RULE, 'public' satisfies AccessRule);
/** Needs `ADMIN_KEY`. */
export const Admin = () => SetMetadata(ACCESS_RULE, 'admin' satisfies AccessRule);

/** Needs no key where the deployment lets browsers call the route. */
export const OpenToBrowsers = () => SetMetadata(ACCESS_RULE, 'browser' satisfies AccessRule);

/** The rule of the handler, else of its controller. */
export const accessRuleOf = (reflector: Reflector, context: ExecutionContext): AccessRule | undefined =>
  reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
