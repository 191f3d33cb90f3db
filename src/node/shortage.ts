import { type Words, words } from "../words.ts";
import { diskFault } from "./disk.ts";
import { Failure } from "./failure.ts";

/** Memory that could not be had, said by DuckDB or by Node; undefined for any other error. */
const memoryFault = (error: unknown): Words | undefined =>
  /Out of Memory Error|Array buffer allocation failed|ERR_MEMORY_ALLOCATION_FAILED|ENOMEM|Cannot allocate memory/.test(
    `${(error as NodeJS.ErrnoException).code ?? ""} ${(error as Error).message ?? error}`,
  )
    ? words(
        "内存不够：请在 settings.yaml 里把 memory 写大一些（或用 --memory，如 --memory 8GB），或在内存更大的机器上运行",
        "not enough memory: give more under memory in settings.yaml (or by --memory, like --memory 8GB), or run on a larger machine",
      )
    : undefined;

/** What the machine lacked, disk or memory; undefined for an error of any other kind. */
export const shortage = (error: unknown): Words | undefined => diskFault(error) ?? memoryFault(error);

/**
 * Makes of what DuckDB says about a query the sentence that names the query. What the machine lacked is told as such:
 * the query is not at fault.
 */
export const failing =
  (zh: string, en: string) =>
  (error: unknown): never => {
    if (shortage(error) !== undefined) throw error;
    const [said] = String((error as Error).message ?? error).split("\n");
    throw new Failure(`${zh}：${said}`, `${en}: ${said}`);
  };
