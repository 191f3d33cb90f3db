const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (text: string, weights: readonly number[], digits: string): number =>
  weights.reduce((sum, weight, i) => sum + weight * digits.indexOf(text.charAt(i)), 0);

/** Organisation code check character (GB 11714); letters count from A = 10. */
const organisationCheck = (text: string): string =>
  "0X987654321".charAt(weighted(text, organisationWeights, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") % 11);

/** The `n`-th 统一社会信用代码 of the invented district 990101, check digits by GB 32100. */
export const creditCode = (n: number): string => {
  const series = "ABCDEFGH".charAt(Math.floor(n / 1_000_000));
  const organisation = `M${series}${String(n % 1_000_000).padStart(6, "0")}`;
  const body = `91990101${organisation}${organisationCheck(organisation)}`;
  return body + alphabet.charAt((31 - (weighted(body, creditWeights, alphabet) % 31)) % 31);
};

/** An id number under the prefix 99, which is assigned to nobody; check digit by GB 11643. */
export const identityNumber = (birthday: string, serial: number): string => {
  const body = `990101${birthday.replaceAll("-", "")}${String(serial % 1000).padStart(3, "0")}`;
  return body + "10X98765432".charAt(weighted(body, identityWeights, "0123456789") % 11);
};

/** A phone number with its middle masked. */
export const maskedPhone = (n: number): string =>
  `13${3 + (Math.floor(n / 10_000) % 7)}****${String(n % 10_000).padStart(4, "0")}`;
