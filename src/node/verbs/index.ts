import type { Verb } from "../verb.ts";
import { build } from "./build.ts";
import { demoWith, type Inventor } from "./demo.ts";
import { dev } from "./dev.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { exportVerb } from "./export.ts";
import { figures } from "./figures.ts";
import { findings } from "./findings.ts";
import { forget } from "./forget.ts";
import { handup } from "./handup.ts";
import { ingest } from "./ingest.ts";
import { inspect } from "./inspect.ts";
import { release } from "./release.ts";
import { serve } from "./serve.ts";

/** Every verb, in the order in which help lists them. @param demo who invents the demonstration federation */
export const verbsWith = (demo: Inventor): Verb[] => [
  build,
  dev,
  serve,
  ingest,
  inspect,
  figures,
  explain,
  release,
  diff,
  handup,
  exportVerb,
  findings,
  forget,
  demoWith(demo),
];
