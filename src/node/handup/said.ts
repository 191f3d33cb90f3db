import type { Inside } from "../../bundle.ts";
import { formatDay, formatQuarter } from "../../format.ts";
import type { Lang } from "../../words.ts";
import type { Own } from "./own.ts";
import type { SigningKey } from "./signature.ts";

/** What was handed up of a quarter, and where it is. */
export interface HandedUp extends Pick<Own, "asOf" | "edition"> {
  readonly quarter: string;
  readonly file: string;
  /** Figures in the file, and those of them that are withheld. */
  readonly figures: number;
  readonly withheld: number;
  readonly inside: readonly Inside[];
  /** True where the own registers hold what the federations below handed up. */
  readonly isWithin: boolean;
  /** Names of federations below that were due and have not handed up. */
  readonly missing: readonly string[];
  /** Names of federations below of whose bundle a part stands in another one. */
  readonly overlapping: readonly string[];
  readonly key: SigningKey;
  readonly keyFile: string;
}

const chinese = (up: HandedUp): string[] => [
  `${formatQuarter(up.quarter, "zh")}上报文件写入 ${up.file}：${up.edition === null ? "尚未定稿发布的数字" : `已发布的第${up.edition}版`}，数据截至${formatDay(up.asOf, "zh")}，${up.figures} 个数字，其中 ${up.withheld} 个按规定隐去。请把这份文件原样发给上级工会。`,
  ...(up.inside.length > 0
    ? [
        `所含下级工会 ${up.inside.length} 家：${up.inside.map(({ federation }) => federation).join("、")}${up.isWithin ? "（本级台账已含，未另加）" : ""}。`,
      ]
    : []),
  ...(up.overlapping.length > 0
    ? [`与其他下级的上报数有重复，没有相加：${up.overlapping.join("、")}。请核实重复的工会归谁，再重新上报。`]
    : []),
  ...(up.missing.length > 0 ? [`尚未上报的下级工会：${up.missing.join("、")}。`] : []),
  `签名指纹：${up.key.fingerprint}`,
  ...(up.key.fresh
    ? [
        `签名密钥 ${up.keyFile} 是这次新造的：请备份，并打电话把指纹告诉上级工会，登入他们的《下级工会名册》。`,
      ]
    : []),
];

const english = (up: HandedUp): string[] => [
  `${formatQuarter(up.quarter, "en")} is in ${up.file}: ${up.edition === null ? "not released" : `edition ${up.edition} as released`}, data as of ${formatDay(up.asOf, "en")}, ${up.figures} figures, ${up.withheld} of them withheld. Send the file as it is.`,
  ...(up.inside.length > 0
    ? [
        `${up.inside.length} federations below are within: ${up.inside.map(({ federation }) => federation).join(", ")}${up.isWithin ? " (held by the own registers, not added)" : ""}.`,
      ]
    : []),
  ...(up.overlapping.length > 0
    ? [
        `Not added, since a part stands in another bundle too: ${up.overlapping.join(", ")}. Settle whose it is and hand up again.`,
      ]
    : []),
  ...(up.missing.length > 0 ? [`Not handed up yet: ${up.missing.join(", ")}.`] : []),
  `Fingerprint: ${up.key.fingerprint}`,
  ...(up.key.fresh
    ? [
        `The key ${up.keyFile} was made just now: back it up, and tell the level above its fingerprint by telephone for their register of federations.`,
      ]
    : []),
];

/** What the terminal says of a file that was handed up, line by line. */
export const saidOf = (up: HandedUp, lang: Lang): string[] => (lang === "zh" ? chinese(up) : english(up));
