import type { Words } from "../words.ts";

/** What the workbench could not do, in one sentence a person can act on. */
export class Failure extends Error {
  readonly words: Words;
  /** The command's exit code: 2, could not be done; 1 where it could, and the data forbid it. */
  readonly exit: 1 | 2 = 2;

  constructor(zh: string, en: string) {
    super(zh);
    this.words = { zh, en };
  }
}
