/**
 * Does a piece of work for every item, some at a time.
 * @param most so many at a time
 * @returns what each gave, in the order of the items
 * @throws what the first of them that failed threw, when none is under way any more
 */
export const atOnce = async <Item, Given>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Given>,
): Promise<Given[]> => {
  const given: PromiseSettledResult<Given>[] = [];
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const at = next++;
      const [one] = await Promise.allSettled([work(items[at] as Item)]);
      given[at] = one;
      failed ||= one.status === "rejected";
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  return given.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
};
