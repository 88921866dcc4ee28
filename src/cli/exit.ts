/** Exit codes: what a script that calls faping can go by. */
export const EXIT = {
  done: 0,
  /** Done, but some input was returned, or a total is below `--fail-under`. */
  partly: 1,
  usage: 2,
  /** The system or every input was refused. */
  refused: 3,
  internal: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a sentence for the user. */
export class Failure extends Error {
  constructor(
    readonly code: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
