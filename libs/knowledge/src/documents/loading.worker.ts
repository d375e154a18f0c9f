// Runs in a thread, compiled, or in tests from the sources, whose types Node strips. Loaders must therefore not use
// syntax that needs more than that, such as parameter properties.
import { registerHooks } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { FileToLoad } from './document.js';
import type { LoadingAnswer } from './loading-thread.js';

// The sources import each other under the names of the compiled files.
if (import.meta.url.endsWith('.ts'))
  registerHooks({
    resolve: (name, context, next) => {
      const isSource = name.startsWith('.') && context.parentURL?.endsWith('.ts');
      return next(isSource ? name.replace(/\.js$/, '.ts') : name, context);
    },
  });

const { loadFile } = await import('./loaders/load-file.js');
const { DocumentRefusedError } = await import('./document-refused.error.js');

async function answer(file: FileToLoad): Promise<LoadingAnswer> {
  try {
    return { loaded: await loadFile(file) };
  } catch (error) {
    if (error instanceof DocumentRefusedError) return { refused: error.message };
    // A parser throws RangeError when deep nesting overflows its stack.
    if (error instanceof RangeError) return { refused: 'is nested too deeply to be read' };
    return { refused: 'cannot be read; it may be damaged' };
  }
}

parentPort?.on('message', (file: FileToLoad) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  void answer(file).then((result) => parentPort?.postMessage(result));
});
