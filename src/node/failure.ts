import type { Words } from "../words.ts";

/** What the workbench could not do, in one sentence a person can act on. Ends a command with exit code 2. */
export class Failure extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(zh);
    this.words = { zh, en };
  }
}
