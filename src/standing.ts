import type { Acceptance, Findings } from "./finding.ts";
import { formatDay } from "./format.ts";
import { whereabouts } from "./offender.ts";
import { type Words, words } from "./words.ts";

/** Who accepted a finding, why, and for how long. */
export const acceptedBy = ({ who, why, until }: Acceptance): Words =>
  words(
    `${who}认可：${why}（${until === null ? "长期有效" : `有效期至${formatDay(until, "zh")}`}）`,
    `accepted by ${who}: ${why} (${until === null ? "for good" : `until ${formatDay(until, "en")}`})`,
  );

/** That an acceptance has run out: the finding counts again. */
export const expiredSince = ({ who, until }: Acceptance): Words =>
  words(
    `${who}的认可已于${formatDay(until ?? "", "zh")}到期，重新列入待核实`,
    `accepted by ${who} until ${formatDay(until ?? "", "en")}; that has passed, so it is open again`,
  );

/** That what was accepted is not there. */
export const idleSince = ({ finding, place, meant }: Findings["idle"][number]): Words => {
  const at = whereabouts(place);
  return words(
    `${at?.zh ?? ""}认可的“${finding}”现在没有：已经改正，或编号写错${meant ? `，是否应为“${meant}”？` : ""}`,
    `${at?.en ?? ""}: there is no finding “${finding}” now: it is mended, or mistyped${meant ? `; did you mean “${meant}”?` : ""}`,
  );
};
