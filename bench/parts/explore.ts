import type { Browser } from "playwright-core";

/** Makes another choice in the page's n-th list, and waits for the last that changes; in milliseconds. */
const choose = `async ([list, entry]) => {
  const select = document.querySelectorAll("form select")[list];
  let last = 0;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  select.selectedIndex = entry % select.options.length;
  const from = performance.now();
  select.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 800));
  seen.disconnect();
  return last === 0 ? NaN : last - from;
}`;

/**
 * How long /explore takes to answer a choice, in milliseconds: until the last of the page has changed.
 * @param list which of the page's lists: 0 the programme, 1 the indicator, 2 the breakdown, 3 the quarter
 */
export const answers = async (
  browser: Browser,
  url: string,
  list: number,
  rounds: number,
): Promise<number[]> => {
  const tab = await browser.newPage();
  try {
    await tab.goto(`${url}explore`, { waitUntil: "networkidle" });
    await tab.waitForSelector("form select");
    const all: number[] = [];
    for (let n = 1; n <= rounds + 1; n++)
      all.push((await tab.evaluate(`(${choose})(${JSON.stringify([list, n])})`)) as number);
    // The first has functions to compile that later ones have not.
    return all.slice(1);
  } finally {
    await tab.close();
  }
};
