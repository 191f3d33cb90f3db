import path from "node:path";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { alone } from "../lock.ts";
import { audience, data, out, port, releases } from "../options.ts";
import { intakeLines } from "../summary.ts";
import { type Call, text, type Verb } from "../verb.ts";
import { watchFolder } from "../watch_folder.ts";
import { publishAll, stagedSite } from "./build.ts";
import { portOf, untilStopped } from "./serve.ts";

/** Copying a file in takes a moment; reading starts when it has been quiet for so long (milliseconds). */
const quiet = 300;

/** Runs `work` after changes under a folder, never twice at once; a change during the work starts it again. */
const onChange = (folder: string, work: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const start = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await work();
    busy = false;
    if (again) {
      again = false;
      void start();
    }
  };
  return watchFolder(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), quiet);
  });
};

const readAgain = async (call: Call): Promise<boolean> => {
  try {
    const { ingested } = await publishAll(call);
    for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    call.say(error.words[call.lang]);
    return false;
  }
};

export const dev: Verb = {
  name: "dev",
  words: words(
    "边改边看：data/ 里的文件一有变动，页面随即更新",
    "a live preview: a file dropped, changed or removed under data/ is on the page at once",
  ),
  options: { data, out, releases, audience, port },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const { previewSite } = await import("../site.ts");
      const { ingested } = await publishAll(call);
      for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
      const preview = await previewSite({
        reports: path.join(call.home, "reports"),
        reader: path.join(call.home, "pipelines", "browser.ts"),
        root: stagedSite(call),
        lang: call.lang,
        ...(call.options.port === undefined ? {} : { port: portOf(call, 3000) }),
      });
      call.say(call.lang === "zh" ? `${preview.url}（按 Ctrl+C 结束）` : `${preview.url} (Ctrl+C ends it)`);
      const endWatch = onChange(text(call, "data"), async () => {
        if (await readAgain(call)) await preview.refresh();
      });
      await untilStopped();
      endWatch();
      preview.close();
      return 0;
    }),
};
