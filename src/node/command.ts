import { parseArgs } from "node:util";
import type { Organisation } from "../organisation.ts";
import { escapedJson, seenThrough } from "../unseen.ts";
import type { Lang } from "../words.ts";
import { expectApart } from "./apart.ts";
import { aligned } from "./columns.ts";
import { Failure } from "./failure.ts";
import { allowMemory, memoryIn, memoryWanted } from "./memory.ts";
import { everywhere } from "./options.ts";
import { progressOn } from "./progress.ts";
import { shortage } from "./shortage.ts";
import type { Option, Verb } from "./verb.ts";

type Values = Record<string, string | boolean | undefined>;

const langOf = (argv: readonly string[]): Lang =>
  argv.some((arg, i) => arg === "--lang=en" || (arg === "en" && argv[i - 1] === "--lang")) ? "en" : "zh";

const helpOf = (verb: Verb, lang: Lang): string => {
  const options = { ...verb.options, ...everywhere };
  const rows = Object.entries(options).map(([name, { value, words, default: usual }]) => [
    `  --${name}${value ? ` ${value}` : ""}`,
    `${words[lang]}${usual === undefined ? "" : lang === "zh" ? `（默认 ${usual}）` : ` (default ${usual})`}`,
  ]);
  const usage = `npm run ${verb.name} -- [--…]${verb.takes ? ` ${verb.takes}` : ""}`;
  return [verb.words[lang], "", `  ${usage}`, "", ...aligned(rows)].join("\n");
};

const listOf = (verbs: readonly Verb[], lang: Lang): string =>
  aligned(verbs.map((verb) => [`  npm run ${verb.name}`, verb.words[lang]])).join("\n");

const badUse = (verb: Verb, said: string): Failure =>
  new Failure(
    `命令写得不对：${said}；可用的选项见 npm run ${verb.name} -- --help`,
    `the command is not right: ${said}; npm run ${verb.name} -- --help shows the options`,
  );

const settled = (verb: Verb, argv: readonly string[]): { values: Values; files: string[] } => {
  const options: Record<string, Option> = { ...verb.options, ...everywhere };
  const parsed = ((): { values: Values; positionals: string[] } => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: verb.takes !== undefined,
        options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
      });
    } catch (error) {
      throw badUse(verb, (error as Error).message.split(/[.\n]/)[0] ?? "");
    }
  })();
  for (const [name, { among, type }] of Object.entries(options)) {
    const value = parsed.values[name];
    if (type === "string" && value === "") throw badUse(verb, `--${name}`);
    if (among && value !== undefined && !among.includes(String(value)))
      throw badUse(verb, `--${name} ${value} (${among.join(" | ")})`);
  }
  const usual = Object.fromEntries(Object.entries(options).map(([name, o]) => [name, o.default]));
  return { values: { ...usual, ...parsed.values }, files: parsed.positionals };
};

/** What `--memory` says, in MB. @throws Failure for anything but an amount of memory */
const memoryAsked = ({ memory }: Values): number | undefined => {
  if (memory === undefined) return undefined;
  const mb = memoryIn(String(memory));
  if (mb !== undefined) return mb;
  throw new Failure(
    `--memory ${memoryWanted.zh}，现为“${memory}”`,
    `--memory ${memoryWanted.en}, not "${memory}"`,
  );
};

/**
 * Runs one verb as it was called.
 * @param argv verb and options, as they stand after the program's name
 * @param organisation asked for when the verb runs, with the settings file named in the call: it may be wrong, which is told like any failure
 * @param reorganised the same, read anew from its files
 * @param comments false leaves the comments on tables and columns out of the warehouse: for tests
 * @returns the exit code: 0 done, 1 refused rows or errors under `--strict`, or personal data in what was to be published, 2 could not do it (one sentence on stderr)
 */
export const command = async (
  argv: readonly string[],
  verbs: readonly Verb[],
  organisation: (settings: string | undefined) => Organisation,
  home: string,
  reorganised: (settings: string | undefined) => Promise<Organisation> = async (settings) =>
    organisation(settings),
  comments = true,
): Promise<number> => {
  const lang = langOf(argv);
  const [name, ...rest] = argv;
  const verb = verbs.find((v) => v.name === name);
  if (verb === undefined) {
    const asked = name === undefined || name === "--help";
    (asked ? process.stdout : process.stderr).write(`${listOf(verbs, lang)}\n`);
    return asked ? 0 : 2;
  }
  const progress = progressOn(process.stderr);
  const write = (stream: NodeJS.WriteStream, line: string): void => {
    progress.clear();
    stream.write(`${line}\n`);
  };
  // What stood in a file must not steer the terminal that shows it.
  const say = (line: string): void => write(process.stdout, seenThrough(line));
  const sayJson = (json: string): void => write(process.stdout, escapedJson(json));
  const give = (content: string): void =>
    (process.stdout.isTTY ? say : write.bind(null, process.stdout))(content);
  const remark = (line: string): void => write(process.stderr, seenThrough(line));
  try {
    const { values, files } = settled(verb, rest);
    if (values.help === true) {
      say(helpOf(verb, lang));
      return 0;
    }
    const { data, out } = values;
    if (typeof data === "string" && typeof out === "string") expectApart(out, data);
    const own = organisation(values.settings as string | undefined);
    allowMemory(memoryAsked(values) ?? own.memory);
    return await verb.run({
      organisation: own,
      loaded: performance.timeOrigin,
      comments,
      reorganised: () => reorganised(values.settings as string | undefined),
      home,
      options: values,
      files,
      lang,
      say: values.json === true ? sayJson : say,
      give,
      remark,
      progress: progress.tell,
    });
  } catch (error) {
    progress.clear();
    remark(sentenceOf(error, lang));
    if (process.env.TAIZHANG_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
    return error instanceof Failure ? error.exit : 2;
  } finally {
    progress.clear();
  }
};

const sentenceOf = (error: unknown, lang: Lang): string => {
  if (error instanceof Failure) return error.words[lang];
  const lacking = shortage(error);
  if (lacking !== undefined) return lacking[lang];
  const said = String((error as Error).message ?? error).split("\n")[0];
  return lang === "zh"
    ? `未能完成：${said}（设置 TAIZHANG_DEBUG=1 再运行可看到详情，请转给维护人员）`
    : `could not finish: ${said} (run again with TAIZHANG_DEBUG=1 and show it to the maintainers)`;
};
