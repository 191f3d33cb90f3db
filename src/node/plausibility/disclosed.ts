import type { Findings } from "../../finding.ts";
import type { Organisation } from "../../organisation.ts";
import type { Audience } from "../../publication.ts";
import type { QualityFindings } from "../../published_quality.ts";

/** What an audience may have of the findings: in public how many there are of each kind, nothing about anyone. */
export const disclosedFindings = (
  { kinds, findings, idle }: Findings,
  { unshown = [] }: Organisation,
  audience: Audience,
): QualityFindings => {
  const ofShown = kinds.filter(({ id }) => !unshown.includes(id.split(".")[0] ?? ""));
  if (audience !== "internal") return { kinds: ofShown };
  return { kinds: ofShown, findings: findings.filter(({ room }) => !unshown.includes(room)), idle };
};
