import type { GapList, Indicator } from "../../src/indicator.ts";
import { aboveScaleCoverage, unvisited } from "./indicators/coverage.ts";
import { cadreMonth, cadresMeetingDuty, monthlyDuty, unmetLinks } from "./indicators/duty.ts";
import {
  cadresAtDesign,
  cadresOver,
  cadresUnder,
  keyEnterprisesLinked,
  linksOffDesign,
  linksPerCadre,
  unlinked,
} from "./indicators/links.ts";
import {
  followUp,
  onTime,
  problemsOnHand,
  problemsOpen,
  problemsRaised,
  problemsResolved,
  satisfaction,
} from "./indicators/problems.ts";
import {
  carriedDone,
  carriedOpen,
  chosenRate,
  proposals,
  proposalsChosen,
  taskListDone,
  taskListOnTime,
  taskListOpen,
  votesLeast,
  votesMost,
} from "./indicators/proposals.ts";
import { taskCompletion, taskKinds, tasksDone } from "./indicators/tasks.ts";
import { enterprisesVisited, loggedDayGiven, loggedInTime, visits } from "./indicators/volume.ts";

export { dimensions } from "./indicators/dimensions.ts";

/** What the visits claim, in the order in which a report tells it. */
export const indicators: Indicator[] = [
  visits,
  enterprisesVisited,
  monthlyDuty,
  cadreMonth,
  cadresMeetingDuty,
  aboveScaleCoverage,
  linksPerCadre,
  cadresAtDesign,
  cadresUnder,
  cadresOver,
  keyEnterprisesLinked,
  problemsRaised,
  problemsOnHand,
  problemsResolved,
  onTime,
  satisfaction,
  followUp,
  tasksDone,
  taskKinds,
  taskCompletion,
  proposals,
  proposalsChosen,
  chosenRate,
  votesLeast,
  votesMost,
  taskListDone,
  taskListOnTime,
  carriedDone,
  loggedInTime,
  loggedDayGiven,
];

/** What is missing, row by row. */
export const gaps: GapList[] = [
  unvisited,
  unmetLinks,
  linksOffDesign,
  unlinked,
  problemsOpen,
  taskListOpen,
  carriedOpen,
];
