import { decode } from "../../decode.ts";
import { handedUp } from "../../handed_up.ts";
import { withVerdict } from "../../inspect.ts";
import type { Inspection } from "../../inspection.ts";
import { fault } from "../../reason.ts";
import { remark } from "../../remark.ts";
import type { Lang } from "../../words.ts";
import { verified } from "./signature.ts";

/** What is seen in a bundle, with what its signature says of the file; other tables as they were seen. */
export const signatureSeen = (bytes: Uint8Array, seen: Inspection, lang: Lang): Inspection => {
  if (seen.register !== handedUp.id) return seen;
  const decoded = decode(bytes);
  const found = "reason" in decoded ? undefined : verified(decoded.text);
  return withVerdict(
    seen,
    found === undefined
      ? remark(fault("bundle.unsigned"))
      : remark(fault("bundle.signed", { fingerprint: found.fingerprint }), "warning"),
    lang,
  );
};
