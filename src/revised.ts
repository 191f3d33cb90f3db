import Big from "big.js";
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
  within: words("修订，原发布{value}；{causes}", "revised; released as {value}; {causes}"),
  parts: words("由{was}变为{is}", "{is}, was {was}"),
  changed: words("修订：原发布{value}；{causes}。", "Revised: released as {value}; {causes}."),
};

const kinds: Readonly<Record<Cause["kind"], ReturnType<typeof words>>> = {
  late: words("补报", "late returns"),
  corrected: words("更正", "corrections"),
  withdrawn: words("撤回", "withdrawn files"),
  method: words("口径变更", "changed method"),
  program: words("程序或保密规则更新", "changed program or disclosure rules"),
  retired: words("不再统计", "no longer measured"),
};

/** Why a figure was revised, in a few words: 补报、更正. */
export const causesSaid = (causes: readonly Cause[], context: Spoken): string =>
  causes.map(({ kind }) => kinds[kind][context.lang]).join(context.lang === "zh" ? "、" : ", ");

/** A value as it was told, then or now, with its counting word; a dash where there was none. */
export const toldValue = (told: Told | null, unit: Unit, { lang }: Spoken): string =>
  told === null
    ? dash
    : formatPart({ ...told, indicator: "", quarter: "", span: "quarter", by: {}, unit }, "value", unit, lang);

const division = ({ numerator, denominator }: Told): string =>
  [numerator, denominator].map((part) => (part === null ? dash : new Big(part).toFixed())).join("/");

/** By how much a figure moved; what it is divided from where the value came out the same; null where it is not told. */
export const movementSaid = (
  { released, now, difference }: Pick<Revision, "released" | "now" | "difference">,
  unit: Unit,
  { lang }: Spoken,
): string | null =>
  difference === null || released === null || now === null
    ? null
    : new Big(difference).eq(0)
      ? fill(said.parts[lang], { was: division(released), is: division(now) })
      : formatDifference(difference, unit, lang);

/** The line of a card: what was released, the difference and why. */
export const revisedOf = (
  revision: Revision,
  unit: Unit,
  context: Spoken,
): { label: string; movement: string; base: string } => {
  const { released, causes } = revision;
  const was = fill(said.released[context.lang], { value: toldValue(released, unit, context) });
  const gap = context.lang === "zh" ? "；" : "; ";
  return {
    label: said.label[context.lang],
    movement: movementSaid(revision, unit, context) ?? dash,
    base: `${was}${gap}${causesSaid(causes, context)}`,
  };
};

/** The same as a sentence. */
export const revisedSentence = (revision: Revision, unit: Unit, context: Spoken): string => {
  const movement = movementSaid(revision, unit, context);
  const same = movement === null || new Big(revision.difference ?? 0).eq(0);
  return fill((same ? said.changed : said.sentence)[context.lang], {
    value: toldValue(revision.released, unit, context),
    difference: movement ?? "",
    causes: causesSaid(revision.causes, context),
  });
};

/** The same behind a value, to be put in brackets. */
export const revisedWithin = ({ released, causes }: Revision, unit: Unit, context: Spoken): string =>
  fill(said.within[context.lang], {
    value: toldValue(released, unit, context),
    causes: causesSaid(causes, context),
  });

/** The same within a sentence, in brackets. */
export const revisedAside = ({ released }: Revision, unit: Unit, context: Spoken): string =>
  fill(said.aside[context.lang], { value: toldValue(released, unit, context) });
