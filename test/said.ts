import { vi } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import { command } from "../src/node/command.ts";
import { verbsWith } from "../src/node/verbs/index.ts";
import { home } from "./workbench.ts";

/** Runs a verb in this process. @returns its exit code and what it wrote */
export const said = async (
  argv: readonly string[],
  of = organisation,
): Promise<{ status: number; out: string; err: string }> => {
  const written = { out: "", err: "" };
  const into = (stream: "out" | "err") => (text: string | Uint8Array) => {
    written[stream] += text;
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(into("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(into("err"));
  try {
    return { status: await command(argv, verbsWith(demo), () => of, home), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
};
