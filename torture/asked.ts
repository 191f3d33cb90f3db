import { parseArgs } from "node:util";

/** An option of a harness: what stands where nobody says otherwise, and what it is for. */
export interface Option {
  readonly default: string | boolean;
  readonly says: string;
}

const end = (text: string, code: number): never => {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
};

/**
 * What a harness was asked for on the command line: every option with its value. With --help it says what there is and
 * ends with 0; what is asked otherwise ends with 2 and one sentence.
 * @param about what the harness does
 */
export const asked = <K extends string>(
  about: string,
  options: Readonly<Record<K, Option>>,
): Readonly<Record<K, string | boolean>> => {
  const all = Object.entries<Option>(options);
  const lines = all.map(
    ([name, one]) =>
      `  --${name.padEnd(12)} ${one.says}${one.default === false ? "" : `（默认 · by default ${one.default}）`}`,
  );
  const config = Object.fromEntries(
    all.map(([name, { default: usual }]) => [
      name,
      { type: typeof usual === "boolean" ? ("boolean" as const) : ("string" as const), default: usual },
    ]),
  );
  try {
    const options = { ...config, help: { type: "boolean" as const, default: false } };
    const values = parseArgs({ options }).values as Record<string, string | boolean>;
    if (values.help) end([about, "", ...lines].join("\n"), 0);
    const wrong = all.find(
      ([name, { default: usual }]) => /^\d+$/.test(String(usual)) && !/^\d+$/.test(String(values[name])),
    );
    if (wrong) end(`--${wrong[0]} 应为整数 · wants a whole number: ${values[wrong[0]]}`, 2);
    return values as Record<K, string | boolean>;
  } catch (error) {
    return end(`命令写得不对，可用的选项见 --help · ${(error as Error).message.split(/[.\n]/)[0]}`, 2);
  }
};
