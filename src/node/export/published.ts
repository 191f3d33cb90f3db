import type { Publication } from "../../publication.ts";
import { completeness } from "./published/completeness.ts";
import { dimensions } from "./published/dimensions.ts";
import { figures } from "./published/figures.ts";
import { groups } from "./published/groups.ts";
import { indicators } from "./published/indicators.ts";
import { quarters } from "./published/quarters.ts";
import { targets } from "./published/targets.ts";
import type { Table } from "./table.ts";

/** The tables that both audiences get, each with what its edition may say. */
export const publishedTables = (publication: Publication): Table[] =>
  [figures, indicators, quarters, dimensions, groups, targets, completeness].map((make) => make(publication));
