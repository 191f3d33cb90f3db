import { dash, formatDifference, formatPart } from "./format.ts";
import type { Cause, Revision, Told } from "./revision.ts";
import type { Unit } from "./unit.ts";
import { fill, type Lang, words } from "./words.ts";

interface Spoken {
  readonly lang: Lang;
}

const said = {
  label: words("修订", "Revised"),
  released: words("原发布{value}", "released as {value}"),
  aside: words("（修订，原发布{value}）", " (revised; released as {value})"),
  sentence: words(
    "修订：原发布{value}，相差{difference}；{causes}。",
    "Revised: released as {value}, {difference}; {causes}.",
  ),
  changed: words("修订：原发布{value}；{causes}。", "Revised: released as {value}; {causes}."),
};

const kinds: Readonly<Record<Cause["kind"], ReturnType<typeof words>>> = {
  late: words("补报", "late returns"),
  corrected: words("更正", "corrections"),
  withdrawn: words("撤回", "withdrawn files"),
  method: words("口径变更", "changed method"),
  program: words("程序或保密规则更新", "changed program or disclosure rules"),
};

/** Why a figure was revised, in a few words: 补报、更正. */
export const causesSaid = (causes: readonly Cause[], context: Spoken): string =>
  causes.map(({ kind }) => kinds[kind][context.lang]).join(context.lang === "zh" ? "、" : ", ");

/** A value as it was told, then or now, with its counting word; a dash where there was none. */
export const toldValue = (told: Told | null, unit: Unit, { lang }: Spoken): string =>
  told === null
    ? dash
    : formatPart({ ...told, indicator: "", quarter: "", span: "quarter", by: {}, unit }, "value", unit, lang);

/** The line of a card: what was released, the difference and why. */
export const revisedOf = (
  { released, difference, causes }: Revision,
  unit: Unit,
  context: Spoken,
): { label: string; movement: string; base: string } => {
  const was = fill(said.released[context.lang], { value: toldValue(released, unit, context) });
  const gap = context.lang === "zh" ? "；" : "; ";
  return {
    label: said.label[context.lang],
    movement: difference === null ? dash : formatDifference(difference, unit, context.lang),
    base: `${was}${gap}${causesSaid(causes, context)}`,
  };
};

/** The same as a sentence. */
export const revisedSentence = (revision: Revision, unit: Unit, context: Spoken): string =>
  fill((revision.difference === null ? said.changed : said.sentence)[context.lang], {
    value: toldValue(revision.released, unit, context),
    difference: revision.difference === null ? "" : formatDifference(revision.difference, unit, context.lang),
    causes: causesSaid(revision.causes, context),
  });

/** The same within a sentence, in brackets. */
export const revisedAside = ({ released }: Revision, unit: Unit, context: Spoken): string =>
  fill(said.aside[context.lang], { value: toldValue(released, unit, context) });
