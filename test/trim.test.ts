import { describe, expect, it } from "vitest";
import { isUnshown, trimmed } from "../src/site/trim.ts";

const page = `# {{quarter}}

Recovered {{legal_aid.recovered}}.

## Visits

Visited {{visits.visits}}, {{change visits.visits}}.

{{card visits.visits}}
{{card visits.enterprises_visited}}

### By township

{{bars visits.visits by=area}}

## Both

{{card legal_aid.recovered}}
{{card visits.visits}}

\`\`\`js
const visits.kept = "in code";

# no heading
\`\`\`

{{quarters}}
`;

describe("a page without a room that is not shown", () => {
  it("loses its drawings, its paragraphs and the headings left bare, and nothing else", () => {
    expect(trimmed(page, ["visits"])).toBe(`# {{quarter}}

Recovered {{legal_aid.recovered}}.

## Both

{{card legal_aid.recovered}}

\`\`\`js
const visits.kept = "in code";

# no heading
\`\`\`

{{quarters}}
`);
  });

  it("is the same page where every room is shown", () => {
    expect(trimmed(page, [])).toBe(page);
  });

  it("keeps a room whose name only begins alike", () => {
    expect(trimmed("{{card visits_more.visits}}\n", ["visits"])).toContain("visits_more");
  });

  it("is not there at all where it is the room's own, in either language", () => {
    const unshown = [{ id: "visits", pages: ["visits", "proposals"] }];
    expect(isUnshown("[quarter]/visits.md", { unshown })).toBe(true);
    expect(isUnshown("en/[quarter]/proposals.md", { unshown })).toBe(true);
    expect(isUnshown("[quarter]/training.md", { unshown })).toBe(false);
    expect(isUnshown("visits.md", { unshown })).toBe(false);
  });
});
