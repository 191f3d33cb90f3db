import { withRooms } from "./workbench.ts";

/**
 * The programmes that the scene of the kills has registers of, and what every programme is measured against: what a run
 * does with its folders does not depend on how many there are, and an ingest takes half as long.
 */
export const ofScene = withRooms("visits", "legal_aid", "returns", "targets");
