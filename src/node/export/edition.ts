import type { Audience } from "../../publication.ts";
import type { Words } from "../../words.ts";
import type { Table, Writer } from "./table.ts";

/** The formats that tables are handed on in. */
export const formats = ["csv", "parquet", "arrow", "xlsx"] as const;
export type Format = (typeof formats)[number];

/** What one audience may have, in whatever format. */
export interface Holdings {
  readonly federation: Words;
  readonly audience: Audience;
  /** ISO day up to which the registers were read; empty where nothing was. */
  readonly asOf: string;
  readonly demo: boolean;
  readonly tables: readonly Table[];
  /** What is said of indicators of which nothing is told for a time; see `untoldOf`. */
  readonly untold?: Words;
  /** Models of which it cannot be told what is personal in them, `room.table`. */
  readonly keptBack: readonly string[];
}

/** Holdings as they were handed on: the metadata files and the README speak of it. */
export interface Edition extends Holdings {
  readonly format: Format;
  readonly writer: Pick<Writer, "fileOf" | "sheetOf">;
}
