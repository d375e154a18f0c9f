import type { ProblemType } from '@app/http';
import { PROBLEMS } from '../http/problem-codes.js';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');

const row = ([code, { status, title, advice }]: [string, ProblemType]): string =>
  `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(title)}</td><td>${escape(advice)}</td></tr>`;

/** The page that the `type` of every problem document points to. */
export const errorPage = (): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Errors – reading server</title>
<h1>Errors</h1>
<table>
<tr><th>code</th><th>status</th><th>meaning</th><th>what to do</th></tr>
${Object.entries(PROBLEMS).map(row).join('\n')}
</table>
</html>
`;
