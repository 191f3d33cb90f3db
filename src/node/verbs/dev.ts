import { unwatchFile, watchFile } from "node:fs";
import path from "node:path";
import type { Figure } from "../../figure.ts";
import type { Audience, Publication } from "../../publication.ts";
import { revisionsOf } from "../../revision.ts";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { keptIn } from "../kept.ts";
import { Leaked } from "../leaks.ts";
import { alone } from "../lock.ts";
import { asOf, audience, data, out, port, releases } from "../options.ts";
import { type Made, publishAll } from "../publish_all.ts";
import { stagedSite } from "../staged.ts";
import { intakeLines } from "../summary.ts";
import { type Call, text, type Verb } from "../verb.ts";
import { watchFolder } from "../watch_folder.ts";
import { fillWarehouse } from "./ingest.ts";
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

/** A publication that knows what moved since the last build, or since the preview began where none was kept. */
const movedSince = (call: Call): ((publication: Publication) => Publication) => {
  const kept = keptIn(text(call, "out"), text(call, "audience") as Audience);
  let started: readonly Figure[] | undefined;
  return (publication) => {
    started ??= publication.figures;
    const revisions = revisionsOf(kept ?? started, publication.figures, () => []);
    return { ...publication, moved: { since: kept ? "built" : "started", revisions } };
  };
};

type Finish = ReturnType<typeof movedSince>;

const sentenceOf = (error: unknown, call: Call): string => {
  if (error instanceof Failure) return error.words[call.lang];
  const [first] = String((error as Error).message ?? error).split("\n");
  return call.lang === "zh" ? `pipelines/ 里有错：${first}` : `something is wrong in pipelines/: ${first}`;
};

/** A preview stays on this machine: what must not be published is told, and shown all the same. */
const tell = (call: Call, { ingested, leaks }: Made): void => {
  for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
  if (leaks.length > 0) call.say(new Leaked(leaks).words[call.lang]);
};

const readAgain = async (call: Call, finish: Finish): Promise<boolean> => {
  try {
    const made = await publishAll(call, await fillWarehouse(call), finish);
    tell(call, made);
    const n = made.publication.moved?.revisions.length ?? 0;
    if (n > 0)
      call.say(
        call.lang === "zh" ? `${n} 个数字有变动，见页面上方` : `${n} figures moved, see the top of the page`,
      );
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
    "边改边看：data/、pipelines/ 或设置一有变动，页面随即更新，并列出变动的数字",
    "a live preview: a change under data/ or pipelines/ or in the settings is on the page at once, with what moved",
  ),
  options: { data, out, releases, audience, port, "as-of": asOf },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const { previewSite } = await import("../preview.ts");
      const finish = movedSince(call);
      tell(call, await publishAll(call, await fillWarehouse(call), finish));
      const preview = await previewSite({
        reports: path.join(call.home, "reports"),
        reader: path.join(call.home, "pipelines", "browser.ts"),
        root: stagedSite(call),
        lang: call.lang,
        ...(call.options.port === undefined ? {} : { port: portOf(call, 3000) }),
      });
      call.say(call.lang === "zh" ? `${preview.url}（按 Ctrl+C 结束）` : `${preview.url} (Ctrl+C ends it)`);
      let { organisation, loaded } = call;
      const refresh = async (): Promise<void> => {
        if (await readAgain({ ...call, organisation, loaded }, finish)) await preview.refresh();
      };
      const reorganise = async (): Promise<void> => {
        loaded = Date.now();
        try {
          organisation = await call.reorganised();
        } catch (error) {
          call.say(sentenceOf(error, call));
          return;
        }
        await refresh();
      };
      const settings = String(call.options.settings ?? path.join(call.home, "settings.yaml"));
      let turn = Promise.resolve();
      const inTurn = (work: () => Promise<void>) => (): Promise<void> => {
        turn = turn.then(work);
        return turn;
      };
      const ends = [
        onChange(text(call, "data"), inTurn(refresh)),
        onChange(path.join(call.home, "pipelines"), inTurn(reorganise)),
      ];
      // Editors put a new file in the old one's place, which a watch on the file would not see.
      watchFile(settings, { interval: 500 }, inTurn(reorganise));
      await untilStopped();
      unwatchFile(settings);
      for (const end of ends) end();
      preview.close();
      return 0;
    }),
};
