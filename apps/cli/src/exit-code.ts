/** Exit codes of the commands. */
export const ExitCode = {
  done: 0,
  failed: 1,
  /** Wrong arguments. */
  usage: 2,
  /** `--strict`: done, but some files were rejected. */
  refused: 3,
  /** Another process writes to the tables. */
  busy: 4,
  /** `EX_CONFIG` of sysexits.h. */
  configuration: 78,
  /** Exit code that shells report for Ctrl-C. */
  interrupted: 130,
} as const;
