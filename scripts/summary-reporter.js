/** Closes every test run with one plain line that people and machines read alike. */
export default class SummaryReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites },
  ) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    this.line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
    // After Jest's own summary, which the default reporter writes once every reporter has been told.
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
