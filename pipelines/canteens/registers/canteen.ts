import { code, type Field } from "../../../src/field.ts";
import type { Reference } from "../../../src/register.ts";

/** 食堂编号, by which every register of the room names a canteen. */
export const canteenId = (): Field =>
  code("食堂编号", "canteen number", { aliases: ["食堂号", "食堂代码", "食堂编码"] });

/** A row about a canteen that is not on the roster cannot be placed in a district, nor said to be open. */
export const onRoster: Reference = {
  to: "canteens",
  on: { canteen_id: "canteen_id" },
  missing: "refuse",
};
