/**
 * Takes the labels off the groups inside a drawing: Plot names its marks in English (“bar”, “rule”), which says nothing
 * to a reader and is not allowed where a group has no role.
 */
export const unlabelled = <T extends Element>(drawing: T): T => {
  for (const group of drawing.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return drawing;
};
