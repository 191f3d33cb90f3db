import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type BundleHead, bundleHeadIn, signedPart } from "../../bundle.ts";
import { fingerprintOf } from "../../fingerprint.ts";
import { Failure } from "../failure.ts";

/** The key that a federation signs with, and what is told of it. */
export interface SigningKey {
  readonly private: KeyObject;
  /** SPKI in base64, as it stands in a bundle. */
  readonly public: string;
  readonly fingerprint: string;
  /** It was made just now: the level above does not know it yet. */
  readonly fresh: boolean;
}

const told = (spki: Uint8Array): string => fingerprintOf(createHash("sha256").update(spki).digest("hex"));

const keyIn = (file: string): KeyObject => {
  try {
    const key = createPrivateKey(readFileSync(file, "utf8"));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Told below.
  }
  throw new Failure(
    `${file} 不是上报用的签名密钥，请用备份恢复；没有备份的移走它，重新上报时会另造一把，并请上级改登指纹`,
    `${file} is not a key to sign with; restore it from a backup, or move it away to have a new one made, whose fingerprint the level above must then be told`,
  );
};

/** The Ed25519 key in a file; made there, for its owner alone to read, where there is none. @throws Failure for a file that is none */
export const signingKey = (file: string): SigningKey => {
  const fresh = !existsSync(file);
  if (fresh)
    writeFileSync(file, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }), {
      mode: 0o600,
      flag: "wx",
    });
  const key = keyIn(file);
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return { private: key, public: spki.toString("base64"), fingerprint: told(spki), fresh };
};

/** Signature of a bundle's text, in base64. Ed25519: the same text and key give the same bytes. */
export const signatureOf = (unsigned: string, key: SigningKey): string =>
  sign(null, Buffer.from(signedPart(unsigned)), key.private).toString("base64");

/**
 * What a bundle says of itself, where its signature bears it out under the key that stands in it.
 * Whose key that is, is for the register of federations to say.
 */
export const verified = (
  text: string,
): { readonly head: BundleHead; readonly fingerprint: string; readonly signature: string } | undefined => {
  const found = bundleHeadIn(text);
  if (found === undefined) return undefined;
  const { head, signature } = found;
  try {
    const spki = Buffer.from(head.key, "base64");
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return undefined;
    const canonical = key.export({ type: "spki", format: "der" });
    if (!verify(null, Buffer.from(signedPart(text)), key, Buffer.from(signature, "base64"))) return undefined;
    return { head, fingerprint: told(canonical), signature };
  } catch {
    return undefined;
  }
};
