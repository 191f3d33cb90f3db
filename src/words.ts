/** The two languages of the workbench. Chinese is written first and may never be missing. */
export type Lang = "zh" | "en";

/** The words for one thing, kept beside the thing. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

/** Fills the `{slots}` of a sentence; a slot nobody filled stays visible, so that a test can find it. */
export const fill = (sentence: string, slots: Readonly<Record<string, string>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, slot: string) =>
    Object.hasOwn(slots, slot) ? (slots[slot] as string) : whole,
  );
