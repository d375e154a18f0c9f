#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { CommanderError } from 'commander';
import { ExitCode } from './exit-code.js';
import { explain } from './output/explain.js';
import { program } from './program.js';

/** Commander's error codes after printing help or the version. */
const SHOWN: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

// Compiling the modules takes a third of a short command's time; Node keeps the result in the folder for temporary files.
enableCompileCache();
try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = SHOWN.has(error.code) ? ExitCode.done : ExitCode.usage;
  else {
    const { line, exitCode } = explain(error);
    process.stderr.write(`${line}\n`);
    process.exitCode = exitCode;
  }
}
