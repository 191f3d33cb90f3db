import { fitting } from "./amounts.ts";
import { slipped } from "./case_files.ts";
import type { Federation } from "./federation.ts";
import { spendingCount2019 } from "./measure_money.ts";
import { personName } from "./names.ts";
import type { Row, Sheet } from "./sheet.ts";
import { twin } from "./training.ts";

/** Lines above the rows of 资金台账-2019Q1: five notes and the header. */
const aboveSpending = 6;

function* rows(f: Federation): Iterable<Row> {
  const slip = slipped(f, fitting(f));
  const total = aboveSpending + spendingCount2019(f) + 1;
  yield {
    发现: `entered_twice/training.learners/${twin.join("+")}`,
    认可人: personName("clerk", 3),
    原因: "两人同名，电话由一人代填，已向主办工会核实",
  };
  yield {
    发现: `total_differs/demo/measures/资金台账-2019Q1.csv/${total}/amount`,
    认可人: personName("clerk", 8),
    原因: "合计填在最后一笔之前，财务已书面说明，下季度改正",
    有效期至: "2019-06-30",
  };
  if (slip)
    yield {
      发现: `amount_slip/legal_aid.cases.claimed/${slip.id}`,
      认可人: personName("clerk", 3),
      原因: "待调原件核对，先放行",
      有效期至: "2019-03-15",
    };
}

/** Findings that the office has looked into: one for good, one for a time, one whose time has run out. */
export const accepted = (f: Federation): Sheet[] => [
  { path: "accepted.csv", columns: ["发现", "认可人", "原因", "有效期至"], rows: () => rows(f) },
];
