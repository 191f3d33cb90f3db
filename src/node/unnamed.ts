import { Failure } from "./failure.ts";
import type { Warehouse } from "./warehouse.ts";

/** Nothing leaves while somebody is named in it whose name nothing watches for. @throws Failure that names the places */
export const expectUnnamed = async (warehouse: Warehouse): Promise<void> => {
  const places = await warehouse.rows("SELECT zh, en FROM intake.still_named ORDER BY rowid");
  if (places.length === 0) return;
  throw new Failure(
    `没有发布：${places.map(({ zh }) => zh).join("；")}，会登出去；请改掉或改名后重新运行，确属公开名称的写进 settings.yaml 的 public_names`,
    `nothing was published: ${places.map(({ en }) => en).join("; ")}; mend it or rename the file and run again, or put a name that is public into public_names in settings.yaml`,
  );
};
