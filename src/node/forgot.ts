import type { Remain } from "./remains.ts";
import type { StillTold } from "./still_told.ts";

/** `学籍.csv:5,9` */
const linesOf = (remains: readonly Remain[]): string[] => {
  const files = new Map<string, number[]>();
  for (const { file, line } of remains) files.set(file, [...(files.get(file) ?? []), line]);
  return [...files].map(([file, lines]) => `  ${file}:${lines.join(",")}`);
};

/** What was done, and what only a person can do. */
export interface Forgot extends StillTold {
  readonly rows: number;
  readonly figures: number;
  readonly instead: readonly string[];
  readonly remains: readonly Remain[];
  /** Folders beside the warehouse that were exported before, with a row for each case or learner and its code. */
  readonly exported: readonly string[];
}

/** What the terminal says of it, line by line. */
export const saidOf = (forgot: Forgot, zh: boolean): string[] => {
  const { rows, figures, instead, remains, left, alike, exported } = forgot;
  const sure = remains.filter((r) => r.sure);
  const namesakes = remains.filter((r) => !r.sure);
  return [
    zh
      ? `已从数据仓库、回执和缓存里去除这个人的信息：${rows} 行改记为 ${instead.join("、")}，行数和 ${figures} 个指标数值与此前一致。`
      : `Taken out of the warehouse, receipts and caches: ${rows} rows now say ${instead.join(", ")}; the row counts and ${figures} figures are as before.`,
    ...(sure.length > 0
      ? [
          zh
            ? `data/ 里还有这个人的原始记录，本工具从不改动 data/，请逐行处理（编号改成上面的代号，姓名改成 ***，证件号、电话、走访记录等清空，数字就不会变；或者整行删除，数字会变）：`
            : "The person's own lines are still in data/, which this tool never edits. Put the sign above for the person's number and *** for the name, clear identity and telephone numbers and notes, and no figure moves (delete the line, and figures do):",
          ...linesOf(sure),
        ]
      : [zh ? "data/ 里没有这个人的编号或号码了。" : "None of the person's numbers is left in data/."]),
    ...(namesakes.length > 0
      ? [
          zh
            ? "下列行里有相同的姓名，可能是另一个人，请核对："
            : "These lines have the same name, perhaps somebody else's; look at them:",
          ...linesOf(namesakes),
        ]
      : []),
    ...(left.length > 0
      ? [
          zh
            ? "下列文件、表栏里仍有相同的证件号或电话，出自没有写明编号的记录，请按上面的行号改 data/ 后重新运行："
            : "The same identity or telephone number is still in these files and columns, from rows that do not say whose they are; mend data/ as said above and run again:",
          ...left.map((file) => `  ${file}`),
        ]
      : []),
    ...(alike.length > 0
      ? [
          zh
            ? "数据仓库的下列表栏里有相同的编号或姓名，可能是另一个人，请按上面的行号核对，确属本人的改 data/ 后重新运行："
            : "These columns of the warehouse hold the same code or name, perhaps somebody else's; look at the lines above, mend data/ where it is the person and run again:",
          ...alike.map((column) => `  ${column}`),
        ]
      : []),
    ...(exported.length > 0
      ? [
          zh
            ? "下列文件夹是此前导出的内部资料，里面还有这个人的编号，请重新导出或删除："
            : "These folders were exported before for internal use and still hold the person's number; export them anew or delete them:",
          ...exported.map((folder) => `  ${folder}`),
        ]
      : []),
    zh
      ? "备份、已下发的文件、已打印的材料不在本工具管理之内，也要处理；办完请按 PRIVACY.md 登记。"
      : "Backups, files already handed on and prints are outside this tool and need seeing to; enter the request as PRIVACY.md says.",
  ];
};
