import type { Organisation } from "../src/organisation.ts";
import { words } from "../src/words.ts";
import { canteens } from "./canteens/index.ts";
import { entrepreneurship } from "./entrepreneurship/index.ts";
import { legal_aid } from "./legal_aid/index.ts";
import { measures } from "./measures/index.ts";
import { organising } from "./organising/index.ts";
import { returns } from "./returns/index.ts";
import { rosters } from "./rosters/index.ts";
import { settings } from "./settings.ts";
import { stations } from "./stations/index.ts";
import { targets } from "./targets/index.ts";
import { training } from "./training/index.ts";
import { visits } from "./visits/index.ts";

/** The table of contents: every room, in reading order. A new programme is one folder and one line here. */
export const organisation: Organisation = {
  federation: words("示范市总工会", "Shifan Municipal Federation of Trade Unions"),
  rooms: [
    rosters,
    visits,
    legal_aid,
    training,
    canteens,
    stations,
    entrepreneurship,
    organising,
    measures,
    targets,
    returns,
  ],
  headlines: [
    "legal_aid.recovered",
    "visits.above_scale_coverage",
    "legal_aid.lawyer_coverage",
    "training.attendance_rate",
    "legal_aid.wages_recovered",
    "legal_aid.received",
    "legal_aid.batches",
    "visits.visits",
  ],
  settings,
  targets: "targets.by_quarter",
  completeness: "returns.completeness",
  belowInvented: "apart",
  firstMonth: 1,
};
