import { expect, vi } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import { command } from "../src/node/command.ts";
import { verbsWith } from "../src/node/verbs/index.ts";
import type { Organisation } from "../src/organisation.ts";
import { home } from "./workbench.ts";

/**
 * Calls a verb in the tests' own process, under the settings that the code has without a file. The warehouse it makes
 * has no comments, which take as long as a small ingest.
 */
export const call = (...argv: string[]) => callAs(organisation, ...argv);

/** The same for another organisation: one of another name, or under other settings. */
export const callAs = async (
  of: Organisation,
  ...argv: string[]
): Promise<{ status: number; out: string; err: string }> => {
  const said = { out: "", err: "" };
  const into = (stream: "out" | "err") => (text: string | Uint8Array) => {
    said[stream] += text;
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(into("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(into("err"));
  try {
    return {
      status: await command(
        argv,
        await verbsWith(async () => demo),
        () => of,
        home,
        async () => of,
        false,
      ),
      ...said,
    };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
};

/** One sentence of Chinese, exit code 2, and nothing of the program's inside. */
export const expectSentence = (
  { status, out, err }: Awaited<ReturnType<typeof call>>,
  like: RegExp,
): void => {
  // On a slow machine progress stands above it.
  expect(err.trim().split("\n").at(-1)).toMatch(like);
  expect(err).not.toMatch(/\n\s+at |TAIZHANG_DEBUG/);
  expect({ status, out }).toEqual({ status: 2, out: "" });
};
