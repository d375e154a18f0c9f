/** Ends every test run with one line that is easy to parse. */
export default class SummaryReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites },
  ) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    this.line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
    // On exit, because the default reporter writes its summary after all reporters have run.
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
